import {
  formSignatures,
  type Indicator,
  type Paper,
  type PaperPart,
  type Section,
  type Signatories,
  type Values,
} from '@lianxue/contracts';

/** What a form says when it is printed. */
export interface PrintedForm {
  readonly title: string;
  readonly mark: string | null;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  /** Absent on an empty form. */
  readonly values?: Values;
  /** What is said about it, one sentence each, under a heading. */
  readonly notes: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** Who signs, as far as they were named. */
  readonly signatories?: Signatories | null;
}

/** A form on paper: what it is about, its indicators section by section, what exactly is counted, and who signs. */
export function formPaper({ title, mark, fields, sections, indicators, values, notes: said, signatories }: PrintedForm): Paper {
  const numbers = new Map(indicators.map(({ code }, index) => [code, index + 1]));
  const table = (shown: readonly Indicator[], caption?: string): PaperPart[] =>
    shown.length === 0
      ? []
      : [
          {
            kind: 'table',
            ...(caption !== undefined && { caption }),
            columns: [
              { heading: '序号', numeric: true },
              { heading: '指标', numeric: false },
              { heading: '计量单位', numeric: false },
              { heading: '数值', numeric: true },
            ],
            rows: shown.map((indicator) => [
              numbers.get(indicator.code)!,
              indicator.required ? `${indicator.name} *` : indicator.name,
              indicator.unit ?? (indicator.type === 'percent' ? '%' : ''),
              valueOf(indicator, values),
            ]),
          },
        ];
  const known = new Set(sections.map(({ code }) => code));
  const definitions = indicators.flatMap(({ code, name, definition }) =>
    definition === undefined ? [] : [`${numbers.get(code)}. ${name}：${definition}`],
  );
  return {
    mark,
    number: null,
    title,
    addressees: [],
    parts: [
      { kind: 'fields', items: [...fields] },
      ...sections.flatMap(({ code, name }) =>
        table(
          indicators.filter(({ section }) => section === code),
          name,
        ),
      ),
      ...table(indicators.filter(({ section }) => section === undefined || !known.has(section))),
      ...(indicators.some(({ required }) => required) ? notes('说明：', ['带 * 的为必填项']) : []),
      ...notes('口径：', definitions),
      ...said.flatMap(({ heading, lines }) => notes(heading, lines)),
    ],
    attachments: [],
    issuer: null,
    day: null,
    sealed: false,
    signatures: formSignatures.map((place) => placeFor(place, signatories)),
  };
}

/** A place to sign, with the name of who does where that is known. */
function placeFor(place: (typeof formSignatures)[number], signatories: Signatories | null | undefined): string {
  const names: Partial<Record<typeof place, string | null>> = {
    填表人: signatories?.preparedBy ?? null,
    审核人: signatories?.reviewedBy ?? null,
    负责人: signatories?.responsible ?? null,
  };
  return names[place] ? `${place}：${names[place]}` : place;
}

const notes = (heading: string, lines: readonly string[]): PaperPart[] =>
  lines.length === 0 ? [] : [{ kind: 'note', text: [heading, ...lines].join('\n') }];

/** A choice by its name; what is not filled in leaves its place empty. */
function valueOf({ code, options }: Indicator, values: Values | undefined): string | number | null {
  const value = values?.[code] ?? null;
  return options?.find((option) => option.code === value)?.name ?? value;
}
