package io.hemai.demo;

import java.util.Map;

/** Which of Hemai's reasons the plan's words mean; words that it has none for stay as they are. */
final class Reasons {
    private static final Map<String, String> LOSS = Map.of(
            "价格超出预算", "price",
            "选择了竞争对手", "competitor",
            "项目取消或推迟", "timing",
            "功能不满足", "product",
            "关键人变动", "relationship",
            "联系不上", "no_decision");
    private static final Map<String, String> UNQUALIFIED = Map.of(
            "无明确需求", "no_need",
            "规模太小", "unfit",
            "号码错误或空号", "invalid_data",
            "多次联系无回应", "unreachable",
            "学生或同行", "spam",
            "不在服务区域", "unfit",
            "已购买其他系统", "competitor");

    private Reasons() {}

    static String loss(String told) {
        return LOSS.getOrDefault(told, told);
    }

    static String unqualified(String told) {
        return UNQUALIFIED.getOrDefault(told, told);
    }
}
