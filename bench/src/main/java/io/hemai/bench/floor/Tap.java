package io.hemai.bench.floor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Writes down the statements that requests run while it is open, so that a floor can run the same ones; not those of what goes
 * on behind them. Closed, it costs nothing.
 */
final class Tap {
    private final AtomicBoolean open = new AtomicBoolean();
    private final List<Taken> taken = new ArrayList<>();

    /** A statement that ran, with its values by position; arrays as Java arrays. */
    record Taken(String sql, Map<Integer, @Nullable Object> values) {}

    void open() {
        taken.clear();
        open.set(true);
    }

    /** What ran since it was opened, in order. */
    List<Taken> close() {
        open.set(false);
        return List.copyOf(taken);
    }

    /** The connection itself, or one that writes down what it does while the tap is open. */
    Connection on(Connection connection) {
        return open.get() && RequestContextHolder.getRequestAttributes() != null ? watched(connection) : connection;
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Tap.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object answer = invoke(() -> method.invoke(connection, arguments));
                    return answer instanceof PreparedStatement statement && arguments[0] instanceof String sql
                            ? watched(statement, sql)
                            : answer;
                });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        Map<Integer, @Nullable Object> values = new TreeMap<>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Tap.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("set")
                            && arguments.length > 1
                            && arguments[0] instanceof Integer at) {
                        values.put(at, plain(method.getName(), arguments[1]));
                    } else if (method.getName().startsWith("execute")) {
                        taken.add(new Taken(sql, new TreeMap<>(values)));
                    }
                    return invoke(() -> method.invoke(statement, arguments));
                });
    }

    private static @Nullable Object plain(String setter, Object value) throws java.sql.SQLException {
        if (setter.equals("setNull")) {
            return null;
        }
        return value instanceof Array array ? array.getArray() : value;
    }

    private interface Call {
        @Nullable
        Object run() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoke(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
