import { usualCalendar } from '@lianxue/contracts';
import { amount, atMost, count, inSection, known, share, yesNo } from '../asking.js';
import type { ShippedDataSet } from '../shipped-data-set.js';

/** 办学行为监测: whether a school keeps to the hours, the curriculum and the class sizes, and what was reported of it. */
export const schoolConduct: ShippedDataSet = {
  code: 'school_conduct',
  name: '办学行为监测',
  nameEn: 'Monitoring of how schools are run',
  description:
    '在校时间、课后服务、课程开设、班额与违规办学举报，每月一次；无统一表式，按本地规定修改。 Hours, after-class services, curriculum, class sizes and reports of violations, by the month; no norm fixes the form, so change it to the local rules.',
  filledBy: ['school', 'centralSchool'],
  calendar: { ...usualCalendar, kind: 'month' },
  form: {
    sections: [
      { code: 'hours', name: '在校时间', nameEn: 'Hours at school' },
      { code: 'after_class', name: '课后服务', nameEn: 'After-class services' },
      { code: 'curriculum', name: '课程开设', nameEn: 'Curriculum' },
      { code: 'sizes', name: '班额', nameEn: 'Class sizes' },
      { code: 'violations', name: '违规办学', nameEn: 'Violations' },
    ],
    indicators: [
      ...inSection(
        'hours',
        count('school_days', '本月上课天数', 'School days', { unit: '天' }),
        count('days_outside', '早于规定到校或晚于规定放学的天数', 'Days that began too early or ended too late', {
          unit: '天',
          direction: 'lowerBetter',
          definition:
            '上午上课：小学不早于 8:20，中学不早于 8:00；放学时间按本地规定。 Lessons begin at 8:20 at primary, at 8:00 at secondary schools, or later; they end by the local rule.',
        }),
        share('hours_rate', '在校时间达标率', 'Share of days within the hours', '(school_days - days_outside) / school_days * 100'),
      ),
      ...inSection(
        'after_class',
        known('student_count', '在校生数', 'Pupils', 'pupils'),
        count('after_class_pupils', '参加课后服务人数', 'Pupils in after-class services', { unit: '人', direction: 'higherBetter' }),
        share('after_class_rate', '课后服务参与率', 'Share in after-class services', 'after_class_pupils / student_count * 100'),
        yesNo('after_class_week', '是否每周五天、每天不少于两小时', 'Five days a week, two hours a day'),
        amount('after_class_fee', '本月收费', 'Fees of the month', { unit: '元', required: false, direction: 'neutral' }),
      ),
      ...inSection(
        'curriculum',
        count('courses_due', '国家规定应开课程', 'Courses that are prescribed', { unit: '门' }),
        count('courses_opened', '其中已开课程', 'Of them, courses that are taught', { unit: '门' }),
        share('courses_rate', '课程开齐率', 'Share of courses taught', 'courses_opened / courses_due * 100'),
        count('lessons_due', '本月应上课时', 'Lessons that are prescribed', { unit: '节' }),
        count('lessons_given', '其中实上课时', 'Of them, lessons that were given', { unit: '节' }),
        share('lessons_rate', '课时开足率', 'Share of lessons given', 'lessons_given / lessons_due * 100'),
      ),
      ...inSection(
        'sizes',
        known('class_count', '教学班数', 'Classes', 'classes', { unit: '个' }),
        count('large_classes', '56 人及以上的班', 'Classes of 56 and more', {
          unit: '个',
          direction: 'lowerBetter',
          definition: '大班额，含超大班额。 Large classes, the oversized among them.',
        }),
        count('oversized_classes', '66 人及以上的班', 'Classes of 66 and more', {
          unit: '个',
          direction: 'lowerBetter',
          definition: '超大班额。 Oversized classes.',
        }),
        share('large_class_share', '大班额占比', 'Share of large classes', 'large_classes / class_count * 100', {
          direction: 'lowerBetter',
        }),
      ),
      ...inSection(
        'violations',
        count('reports_received', '收到违规补课、违规收费举报', 'Reports of paid tutoring and undue fees', {
          unit: '件',
          direction: 'lowerBetter',
        }),
        count('reports_confirmed', '其中查实', 'Of them, confirmed', { unit: '件', direction: 'lowerBetter' }),
        count('reports_settled', '其中办结', 'Of them, settled', { unit: '件' }),
        share('settled_rate', '举报办结率', 'Share of reports settled', 'reports_settled / reports_received * 100'),
        count('written_exams', '小学一二年级纸笔考试次数', 'Written exams in grades one and two', { unit: '次', direction: 'lowerBetter' }),
      ),
    ],
    rules: [
      atMost('days_outside', 'school_days', '不达标天数不得多于上课天数', 'No more days outside the hours than school days'),
      atMost(
        'after_class_pupils',
        'student_count',
        '参加课后服务人数不得多于在校生数',
        'No more pupils in after-class services than pupils',
      ),
      atMost('courses_opened', 'courses_due', '已开课程不得多于应开课程', 'No more prescribed courses are taught than are prescribed'),
      atMost('lessons_given', 'lessons_due', '实上课时不得多于应上课时', 'No more prescribed lessons are given than are prescribed'),
      atMost('large_classes', 'class_count', '大班额不得多于教学班数', 'No more large classes than classes'),
      atMost('oversized_classes', 'large_classes', '超大班额不得多于大班额', 'No more oversized classes than large ones'),
      atMost('reports_confirmed', 'reports_received', '查实件数不得多于收到件数', 'No more reports are confirmed than received'),
      atMost('reports_settled', 'reports_received', '办结件数不得多于收到件数', 'No more reports are settled than received'),
    ],
  },
};
