import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use as register, type ComposeOption, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { chartColours } from '@/ui/theme';
import type { ChartData, Series } from './data';

register([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

type Option = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;
export type Colours = ReturnType<typeof chartColours>;

interface Told {
  seriesName: string;
  dataIndex: number;
  value: number;
  color: string;
}

/** About how many pixels a note takes in small print; Chinese is as wide as it is high. */
const widthOf = (note: string): number =>
  Array.from(note).reduce((sum, letter) => sum + (letter > '\u2e80' ? 12 : 7), 0);

/** As nodes, since the content policy allows no styles in text. */
function tip(data: ChartData, colours: Colours, told: Told[]): HTMLElement {
  const box = document.createElement('div');
  const line = (text: string, value: string, colour?: string) => {
    const row = box.appendChild(document.createElement('div'));
    Object.assign(row.style, { display: 'flex', alignItems: 'center', gap: '8px', lineHeight: '20px' });
    if (colour) {
      const dot = row.appendChild(document.createElement('span'));
      Object.assign(dot.style, { width: '8px', height: '8px', borderRadius: '2px', background: colour });
    }
    const name = row.appendChild(document.createElement('span'));
    name.textContent = text;
    name.style.color = colour ? colours.text2 : colours.text;
    const number = row.appendChild(document.createElement('strong'));
    number.textContent = value;
    Object.assign(number.style, { marginLeft: 'auto', paddingLeft: '16px', fontWeight: '500' });
  };
  const at = told[0]?.dataIndex ?? 0;
  line(data.categories[at] ?? '', '');
  told
    .filter(({ value }) => value !== 0 || told.length === 1)
    .forEach(({ seriesName, value, color }) => line(seriesName, data.full(value), color));
  return box;
}

function option(data: ChartData, colours: Colours, still: boolean): Option {
  const { lying = false, stacked = false, layered = false } = data;
  const text = { color: colours.text2, fontFamily: colours.font, fontSize: 12 };
  const category = {
    type: 'category' as const,
    data: data.categories,
    inverse: lying,
    axisLine: { show: !lying, lineStyle: { color: colours.hairline } },
    axisTick: { show: false },
    axisLabel: { ...text, ...(lying && { width: 96, overflow: 'truncate' as const }) },
  };
  const value = {
    type: 'value' as const,
    splitNumber: 4,
    axisLabel: { ...text, hideOverlap: true, formatter: (n: number) => data.brief(n) },
    splitLine: { lineStyle: { color: colours.hairline } },
    show: !(lying && data.notes),
    ...(lying && data.notes && { max: 'dataMax' as const }),
  };
  const last = data.series.length - 1;
  const loud = data.series.filter(({ quiet }) => !quiet);
  const colourOf = (series: Series) =>
    series.quiet
      ? colours.quiet
      : (colours.series[loud.indexOf(series) % colours.series.length] ?? colours.accent);
  return {
    animation: !still,
    animationDuration: 180,
    animationDurationUpdate: 180,
    textStyle: { fontFamily: colours.font },
    grid: {
      left: 0,
      right: lying && data.notes ? 12 + Math.max(0, ...data.notes.map(widthOf)) : 8,
      top: data.series.length > 1 ? 32 : 8,
      bottom: 0,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: data.series.length > 1,
      type: 'plain',
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 12,
      textStyle: text,
      selectedMode: false,
    },
    tooltip: {
      trigger: stacked ? 'item' : 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: colours.hover, opacity: 0.6 } },
      backgroundColor: colours.raised,
      borderColor: colours.hairline,
      padding: [8, 12],
      textStyle: { ...text, color: colours.text, fontSize: 13 },
      transitionDuration: 0,
      confine: true,
      formatter: (told) => tip(data, colours, (Array.isArray(told) ? told : [told]) as unknown as Told[]),
    },
    xAxis: lying ? value : category,
    yAxis: lying ? category : value,
    series: data.series.map((series, i) => ({
      type: 'bar',
      name: series.name,
      data: series.values,
      cursor: 'pointer',
      barMaxWidth: lying ? 20 : 18,
      barMinHeight: 0,
      barGap: layered ? '-100%' : '20%',
      z: 2 + i,
      ...(stacked && { stack: 'all' }),
      itemStyle: {
        color: colourOf(series),
        borderRadius: stacked ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
        ...(stacked && { borderColor: colours.surface, borderWidth: 1 }),
      },
      emphasis: { itemStyle: { opacity: 0.82 } },
      label: {
        show: data.notes !== undefined && (layered ? i === 0 : i === last),
        position: lying ? 'right' : 'top',
        ...text,
        formatter: ({ dataIndex }) => data.notes?.[dataIndex] ?? '',
      },
    })),
  };
}

export interface Drawing {
  show: (data: ChartData, colours: Colours) => void;
  end: () => void;
}

/** Draws into the box, follows its size, and says which mark was clicked. */
export function draw(box: HTMLElement, onMark: (series: number, category: number) => void): Drawing {
  const chart: ECharts = init(box);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.on('click', ({ seriesIndex, dataIndex }) => {
    if (seriesIndex !== undefined) {
      onMark(seriesIndex, dataIndex);
    }
  });
  const size = new ResizeObserver(() => chart.resize());
  size.observe(box);
  return {
    show: (data, colours) => chart.setOption(option(data, colours, still), { notMerge: true }),
    end: () => {
      size.disconnect();
      chart.dispose();
    },
  };
}
