/**
 * Who reports to whom, how fast. The first three follow 国家网络安全事件报告管理办法 (in force since 2025-11-01), which
 * asks for 较大 and above; what receivers then owe their own superiors is not the reporter's clock. The steps of the
 * education chain follow 教技厅函〔2014〕75号 with its hours as commonly printed: correct them in the table if your
 * province prints others, or add a row with a later `since`.
 */
export const clockRules = `
insert into clock_rule (id, since, name_zh, name_en, recipient_zh, recipient_en, levels, operator_kinds, starts, minutes, warn_minutes, met_by, basis) values
('cac.infrastructure', '2025-11-01', '向保护工作部门和公安机关报告', 'Report to protector and police', '保护工作部门、公安机关', 'Protection authority and police',
  '{I,II,III}', '{criticalInfrastructure}', 'discovered', 60, 30, 'noted', '国家网络安全事件报告管理办法'),
('cac.organ', '2025-11-01', '向本部门网信工作机构报告', 'Report to the own cyberspace office', '本部门网信工作机构', 'Cyberspace office of the organ',
  '{I,II,III}', '{centralOrgan}', 'discovered', 120, 60, 'noted', '国家网络安全事件报告管理办法'),
('cac.province', '2025-11-01', '向省级网信部门报告', 'Report to the provincial cyberspace administration', '属地省级网信部门', 'Provincial cyberspace administration',
  '{I,II,III}', '{other}', 'discovered', 240, 60, 'noted', '国家网络安全事件报告管理办法'),
('education.emergency', '2015-01-01', '事发紧急报告', 'Emergency report', '上级教育主管部门', 'Superior education authority',
  '{I,II,III}', '{criticalInfrastructure,centralOrgan,other}', 'discovered', 120, 60, 'registered', '教技厅函〔2014〕75号'),
('education.interim', '2015-01-01', '事中情况报告', 'Interim report', '上级教育主管部门', 'Superior education authority',
  '{I,II,III}', '{criticalInfrastructure,centralOrgan,other}', 'discovered', 480, 120, 'supplemented', '教技厅函〔2014〕75号'),
('final', '2015-01-01', '总结报告', 'Final report', '上级教育主管部门、网信部门', 'Superior education authority and cyberspace administration',
  '{I,II,III,IV}', '{criticalInfrastructure,centralOrgan,other}', 'contained', 43200, 4320, 'closed', '国家网络安全事件报告管理办法（处置结束后30日内）');
`;
