/** Where each part of the summary comes from, so that it can be read there again. */
export const sources = {
  collected:
    '各填报期的应报、实报、审核通过与按时首次提交，按隶属、含教学点，按数据截止日归入年度。 Periods by the year in which their figures end; units as managed, with teaching points.',
  figures:
    '每个数据集取本年最后一个已核定或已有审核通过数据的填报期，与上年同期并列；比率由合计计算。 Of each data set the year’s last period that is settled or has approved figures, beside the same period a year before; ratios from sums.',
  bulletins:
    '本单位及下级单位本年印发的通报及其签收、异议。 Bulletins issued in the year by the organisation and below, their receipts and objections.',
  assessments: '本年度督导考核中已公布的结果。 Published results of the year’s assessments.',
  funds: '专项资金台账：本单位及下级单位该年度的记账合计（分）。 Lines of the year’s funds, of the organisation and below, in fen.',
  milestones: '建设计划中期限在本年的里程碑。 Milestones of build plans that were due in the year.',
  lapses:
    '由网络安全事件与每日报告的事实得知的应报、迟报与未报，以及本年度考核的扣分。 What facts on incidents and daily reports told, and the deductions of the year’s assessments.',
  surveys:
    '本单位及下级单位发起、本年截止的满意度测评；不足 5 人作答的不显示。 Surveys asked by the organisation and below that closed in the year; nothing below five answers.',
} as const;
