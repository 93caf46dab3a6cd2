/* Made from the API document by `npm run client`; edit the contracts instead. */

export interface paths {
    "/api/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出活动 List activities
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、学生 `pupil`、家长 `guardian`、专家 `expert`、应用 `app`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["activities.activities"];
        put?: never;
        /**
         * 筹备活动 Prepare an activity
         * @description A draft that only the organiser sees; once it is opened, organisations below take part.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.prepareActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取活动 Read an activity
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、学生 `pupil`、家长 `guardian`、专家 `expert`、应用 `app`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["activities.activity"];
        /**
         * 修改活动设置 Change the settings of an activity
         * @description While it is a draft.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        put: operations["activities.changeActivity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{activityId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束活动 Close an activity
         * @description **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.closeActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{activityId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 报送作品 Make an entry
         * @description A teacher enters a pupil’s work for the school. Only the pupil’s person id is kept.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        post: operations["activities.enterWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{activityId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开放活动 Open an activity
         * @description **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.openActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities/{activityId}/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示结果 Put results in public notice
         * @description School, title, group and award, no people. During it anybody signed in may file an objection.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.announceResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出活动模板 List templates of activities
         * @description Shipped configurations under their own names (电脑制作活动 …), to begin a new activity from.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["activities.activityTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/app-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可选用的应用 List the apps that may be selected
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["identity.offeredApps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 应用列表 List the apps of vendors in reach
         * @description **许可 Permits:** 企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.apps"];
        put?: never;
        /**
         * 登记应用 Register an app
         * @description 密钥只显示这一次。 The secret is shown this once.
         *
         *     **许可 Permits:** 企业人员 `vendor`、系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.registerApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看应用 Read an app
         * @description **许可 Permits:** 企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.app"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更应用 Change an app
         * @description **许可 Permits:** 企业人员 `vendor`、系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["identity.changeApp"];
        trace?: never;
    };
    "/api/v1/apps/{appId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复应用 Resume an app
         * @description **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.resumeApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换应用密钥 Renew the secret of an app
         * @description 原密钥立即失效，新密钥只显示这一次。 The old secret stops at once; the new one is shown this once.
         *
         *     **许可 Permits:** 企业人员 `vendor`、系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.renewSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/apps/{appId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停应用 Suspend an app
         * @description 已发的登录凭证在数秒内全部失效。 Tokens already given stop within seconds.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.suspendApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看课次 List sessions
         * @description In the order of time.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一个课次 Read a session
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看考勤台账 Read the attendance of a session
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.attendance"];
        put?: never;
        /**
         * 考勤签到 Record attendance
         * @description A receiver signs in with evidence; an app reports who joined and left.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、应用 `app`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        post: operations["classrooms.attend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取消课次 Cancel a session
         * @description Only before its planned end; after that it was missed.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、电教馆长 `centreHead`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 下课 End a session
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/make-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 安排补课 Arrange a make-up class
         * @description Answers the new session, which names the missed one.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、电教馆长 `centreHead`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.makeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明缺课原因 Say why a session was missed
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、电教馆长 `centreHead`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.miss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/class-sessions/{sessionId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上课 Begin a session
         * @description May be written down afterwards, also when it had already counted as missed.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/classes/{classId}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 班级名册 List who is in a class
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、系统管理员 `systemAdmin`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.enrolments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出数据集 List data sets
         * @description Those of the acting organisation, of what lies below it, and those handed down from above.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.dataSets"];
        put?: never;
        /**
         * 定义数据集 Define a data set
         * @description Its first form comes with it. Organisations below fill it in once a period is announced.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.defineDataSet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-sets/{dataSetId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取数据集 Read a data set
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.dataSet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/data-sets/{dataSetId}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出数据集的各版表单 List the forms of a data set
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.forms"];
        put?: never;
        /**
         * 发布新版表单 Issue a new version of a form
         * @description Periods announced from now on use it; those already announced keep theirs.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.issueForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delivered-classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看专递课堂 List delivered classes
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.deliveredClasses"];
        put?: never;
        /**
         * 排定专递课堂 Plan a delivered class
         * @description Its sessions are made at once from the weekly times between the first and last day, holidays left out.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、电教馆长 `centreHead`
         *     **授权 Scope:** `classrooms.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["classrooms.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delivered-classes/{deliveredClassId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一个专递课堂 Read a delivered class
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.deliveredClass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delivered-classes/{deliveredClassId}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 专递课堂开课情况 Figures of a delivered class
         * @description For each session at each receiver, and added up. A planned session whose time has passed counts as missed.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、教研员 `subjectResearcher`、分管领导 `bureauLeader`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `classrooms.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["classrooms.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/divisions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看行政区划代码 Read a division code
         * @description 公开数据；停用的代码仍可查到，并给出替代代码。 Public; a code out of use is still found, with the one in use instead.
         *
         *     **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["identity.division"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出作品 List entries
         * @description A pupil and a guardian see the pupil’s own.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、学生 `pupil`、家长 `guardian`、应用 `app`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["activities.entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取作品 Read an entry
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、学生 `pupil`、家长 `guardian`、应用 `app`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["activities.entry"];
        /**
         * 修改作品信息 Change an entry
         * @description Until the school has recommended it.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        put: operations["activities.changeEntry"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entryId}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 分配评审专家 Assign an expert to the evaluation of an entry
         * @description An expert of the same school, or an adviser of the work, is refused; so is one who has as many entries as the activity allows.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.assignExpert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entryId}/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 推荐作品 Recommend an entry
         * @description By the organisation with which it stands, to the next tier, within its quota. A tier that does not exist above the school is skipped.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.recommendEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/{entryId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回作品 Withdraw an entry
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.withdrawEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出评审任务 List evaluations
         * @description An expert sees those assigned to them, the organiser all of its activities.
         *
         *     **许可 Permits:** 专家 `expert`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["activities.evaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{evaluationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取评审任务 Read an evaluation
         * @description **许可 Permits:** 专家 `expert`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["activities.evaluation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{evaluationId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 回避评审 Decline an evaluation
         * @description Because of a conflict of interest that the platform cannot know.
         *
         *     **许可 Permits:** 专家 `expert`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        post: operations["activities.declineEvaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/evaluations/{evaluationId}/score": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 评审打分 Score an entry in expert evaluation
         * @description Each criterion of the rubric within its limits. When all its experts have scored, the entry is evaluated.
         *
         *     **许可 Permits:** 专家 `expert`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        post: operations["activities.scoreEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请上传凭据 Ask for a ticket to upload a file
         * @description 凭据给出两个地址：小文件一次 PUT，大文件用 tus 断点续传。 The ticket names two addresses: PUT small files at once, send large ones by tus, which resumes.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `files.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["files.ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 文件信息 Look at a file
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `files.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["files.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{fileId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 取得下载地址 Get an address to download a file from
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `files.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["files.link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{formId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取表单 Read a form
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.form"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guard-periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看重要时期 List guard periods
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["incidents.guardPeriods"];
        put?: never;
        /**
         * 发布重要时期 Declare a guard period
         * @description All units below the declaring authority report daily, even when nothing happened.
         *
         *     **许可 Permits:** 安全管理员 `securityAdmin`、系统管理员 `systemAdmin`、分管领导 `bureauLeader`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.declareGuardPeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guard-periods/{guardPeriodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一个重要时期 Read a guard period
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["incidents.guardPeriod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 调整重要时期 Amend a guard period
         * @description **许可 Permits:** 安全管理员 `securityAdmin`、系统管理员 `systemAdmin`、分管领导 `bureauLeader`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["incidents.amendGuardPeriod"];
        trace?: never;
    };
    "/api/v1/guard-periods/{guardPeriodId}/daily-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看每日报告 List daily reports of a guard period
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["incidents.dailyReports"];
        put?: never;
        /**
         * 报送每日报告（零报告） File a daily report, a zero report included
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        post: operations["incidents.fileDailyReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guard-periods/{guardPeriodId}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 未报单位 Who has not filed a daily report
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["incidents.missing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-invitations/{invitationId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认家长 Confirm a guardian
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.confirmGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-invitations/{invitationId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不予确认家长 Refuse a guardian
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.refuseGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-invitations/{invitationId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤回监护邀请 Revoke a guardian invitation
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`、家长 `guardian`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.revokeInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-invitations/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 认领监护邀请 Claim a guardian invitation
         * @description 由已登录的人员认领；学校确认后方成为家长。 By somebody signed in; they are a guardian once the school confirms.
         *
         *     **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 公开内容 what is public
         */
        post: operations["identity.redeemInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/guardian-invitations/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 凭监护邀请注册 Register with a guardian invitation
         * @description 尚无账号的家长凭邀请码登记本人并自设密码；学校确认后方可登录。 A newcomer registers with the code and chooses a password; they can sign in once the school confirms.
         *
         *     **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        post: operations["identity.registerGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事件类别 Classes of incidents
         * @description The code table of GB/T 20986-2023 as this region keeps it; the letters are local until the standard’s annex is at hand.
         *
         *     **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["incidents.categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incident-clock-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报告时限规则 Rules of the reporting clocks
         * @description **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["incidents.clockRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看网络安全事件 List incidents
         * @description Newest first.
         *
         *     **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["incidents.list"];
        put?: never;
        /**
         * 报告网络安全事件 Report an incident
         * @description Its level and kind of operator set the reporting clocks, which run from the discovery.
         *
         *     **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看一起网络安全事件 Read an incident
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["incidents.incident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接报网络安全事件 Acknowledge an incident
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/clocks/{clock}/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记对外报送 Note a report to an authority outside
         * @description Meets the clock at the moment of the report, e.g. by the 12387 hotline.
         *
         *     **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.noteReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交总结报告并办结 Close an incident with its final report
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/contain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 事件已控制 Say that an incident is contained
         * @description From here on the clock of the final report runs.
         *
         *     **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.contain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认误报 Dismiss an incident as a false alarm
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/handle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始处置 Begin to handle an incident
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.handle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/regrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 调整事件级别 Change the level of an incident
         * @description Clocks that were met stay met; the others follow the new level, still from the discovery.
         *
         *     **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.regrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incidents/{incidentId}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看补报 Read the supplements of an incident
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、审计管理员 `auditAdmin`、电教馆长 `centreHead`、应用 `app`
         *     **授权 Scope:** `incidents.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["incidents.supplements"];
        put?: never;
        /**
         * 补报 Supplement an incident
         * @description **许可 Permits:** 网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、学校管理员 `schoolAdmin`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、安全管理员 `securityAdmin`
         *     **授权 Scope:** `incidents.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["incidents.supplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的身份 Who am I, and in which post
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出异议 List objections
         * @description One sees one’s own, the organiser those against its results.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、第一责任人 `responsiblePerson`、学生 `pupil`、家长 `guardian`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["activities.objections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{objectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取异议 Read an objection
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、第一责任人 `responsiblePerson`、学生 `pupil`、家长 `guardian`
         *     **授权 Scope:** `activities.read`
         *     **范围 Reach:** 行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller
         */
        get: operations["activities.objection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objections/{objectionId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 处理异议 Decide an objection
         * @description An objection that is upheld strikes the entry from the results.
         *
         *     **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.decideObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询组织 Find organisations
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.organisations"];
        put?: never;
        /**
         * 登记组织 Register an organisation
         * @description **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.registerOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看组织 Read an organisation
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.organisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更组织信息 Change an organisation
         * @description 更名时原名称记入曾用名。 A new name keeps the old one among the former
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["identity.changeOrganisation"];
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 班级列表 List the classes of a school
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、系统管理员 `systemAdmin`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.classes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销组织 Close an organisation
         * @description 岗位与应用选用随之结束，代码不再分配。 Its posts and selections end; its codes are never given again.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.closeOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/guardian-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 学校的监护邀请 List the guardian invitations of a school
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.guardianInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 变更隶属 Move an organisation under another parent
         * @description **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.moveOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 组织的人员 List the people of an organisation
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.peopleOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/pupils": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 学校的学生 List the pupils of a school
         * @description **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、系统管理员 `systemAdmin`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.pupils"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入名单 Import a roster
         * @description OneRoster 1.2 或 Microsoft SDS v2.1 的 CSV 文本。出错的行逐条列出，其余照常导入；同一文件再次导入不产生变更，中断的导入重发即可续完。 The texts of OneRoster 1.2 or Microsoft SDS v2.1 CSV files. Rows with errors are listed, the others go in; the same files again change nothing, so an import that was cut off is finished by sending it again.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.importRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisationId}/selections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 组织选用的应用 List the apps an organisation selected
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.selections"];
        put?: never;
        /**
         * 选用应用 Select an app
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.selectApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 登记人员 Register a person
         * @description 可同时授予岗位并开通账号。 Posts and an account may be given in the same step.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.registerPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看人员 Read a person
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更人员信息 Change a person
         * @description 由学籍系统或教师系统维护的字段只能以该系统的名义变更（source），旧的不覆盖新的（asOf）。 Fields that the 学籍 or the staff system keeps change only in its name (source); what is older never overwrites what is newer (asOf).
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["identity.changePerson"];
        trace?: never;
    };
    "/api/v1/people/{personId}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开通账号 Open an account
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/account/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重置密码 Reset a password
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 注销人员 Close a person’s record
         * @description 岗位与账号随之结束，已发的登录凭证立即失效。 Posts and account end; tokens already given stop at once.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.closePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/guardian-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发出监护邀请 Offer a guardian invitation
         * @description 邀请码只显示这一次，十四天内有效，只能认领一次，可打印交给家长。 The code is shown this once, holds for fourteen days and for one claim, and may be printed.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`、家长 `guardian`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.inviteGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/guardians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 学生的家长 List the guardians of a pupil
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、班主任 `homeroomTeacher`、教师 `teacher`、家长 `guardian`、学生 `pupil`
         *     **授权 Scope:** `identity.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["identity.guardiansOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/guardians/{postId}/unbind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 解除监护关系 Unbind a guardian
         * @description 以该岗位登录的凭证立即失效；没有其他被监护人时岗位随之结束。 Tokens of the post stop at once; with no other ward, the post ends.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.unbindGuardian"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{personId}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 授予岗位 Give a post
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.givePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出填报期 List periods
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.periods"];
        put?: never;
        /**
         * 开设填报期 Announce a period
         * @description With the form that is now in force. Its windows are data: when filling in begins, and until when each level may act.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.announcePeriod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{periodId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取填报期 Read a period
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.period"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 调整填报期 Change a period
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["reporting.changePeriod"];
        trace?: never;
    };
    "/api/v1/periods/{periodId}/roll-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取填报期的汇总 Read the roll-up of a period
         * @description Of the acting organisation and what lies below it, by reviewing organisation: how many have reported, and what the approved figures add up to.
         *
         *     **许可 Permits:** 分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["reporting.rollUp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{periodId}/roll-up/recount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新汇总填报期 Recount the roll-up of a period
         * @description From the approved submissions themselves. It must change nothing; it is there so that nobody has to take that on trust.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.recountRollUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/periods/{periodId}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 开始填报 Begin a submission
         * @description One for each organisation and period. Values that are given are held to the form’s rules at once; required ones only when it is submitted.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        post: operations["reporting.beginSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束岗位 End a post
         * @description 以该岗位登录的凭证立即失效。 Tokens that act in this post stop at once.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.endPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出公示 List public notices
         * @description **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["activities.publicNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取公示 Read a public notice
         * @description **许可 Permits:** 任何人 anyone
         *     **范围 Reach:** 公开内容 what is public
         */
        get: operations["activities.publicNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{noticeId}/finalise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 认定公示结果 Recognise the results after their public notice
         * @description **许可 Permits:** 电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["activities.finaliseNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public-notices/{noticeId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提出异议 File an objection
         * @description While the public notice runs.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、学校管理员 `schoolAdmin`、电教馆长 `centreHead`、系统管理员 `systemAdmin`、教研员 `subjectResearcher`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、第一责任人 `responsiblePerson`、学生 `pupil`、家长 `guardian`
         *     **授权 Scope:** `activities.write`
         *     **范围 Reach:** 公开内容 what is public
         */
        post: operations["activities.fileObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查找资源 Find resources
         * @description Newest first. `q` finds any piece of title, keywords, knowledge points and description, from one character on; several pieces separated by spaces must all occur.
         *
         *     **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `resources.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["resources.list"];
        put?: never;
        /**
         * 登记资源 Register a resource
         * @description It begins as a draft of the acting organisation. 使用方法、应用场景、典型案例 may wait until it is submitted.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看资源 Read a resource
         * @description **许可 Permits:** 学生 `pupil`、家长 `guardian`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、分管领导 `bureauLeader`、电教馆长 `centreHead`、资源审核员 `resourceReviewer`、专家 `expert`、网站督导员 `siteInspector`、通讯员 `correspondent`、网络安全联络员 `securityContact`、第一责任人 `responsiblePerson`、值班员 `dutyOfficer`、带班领导 `dutyLeader`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`、企业人员 `vendor`、应用 `app`
         *     **授权 Scope:** `resources.read`
         *     **范围 Reach:** 行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above
         */
        get: operations["resources.resource"];
        put?: never;
        post?: never;
        /**
         * 删除草稿 Discard a draft
         * @description Only what was never submitted can be discarded; what was once published is withdrawn instead.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        delete: operations["resources.discard"];
        options?: never;
        head?: never;
        /**
         * 修改资源 Edit a resource
         * @description Its author edits a draft or a returned resource. A field left out stays, null empties it.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["resources.edit"];
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 退回后的改动 What changed since the return
         * @description Old and new value of each field that differs from what was last returned.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、资源审核员 `resourceReviewer`、电教馆长 `centreHead`
         *     **授权 Scope:** `resources.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["resources.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布资源 Publish a resource
         * @description From then on every organisation below the one it belongs to may read it.
         *
         *     **许可 Permits:** 资源审核员 `resourceReviewer`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源不予通过 Reject a resource
         * @description **许可 Permits:** 资源审核员 `resourceReviewer`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回修改 Return a resource for changes
         * @description **许可 Permits:** 资源审核员 `resourceReviewer`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 送审记录 Rounds of review
         * @description Every version that was submitted and what the reviewer decided, newest first.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`、资源审核员 `resourceReviewer`、电教馆长 `centreHead`
         *     **授权 Scope:** `resources.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["resources.submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源送审 Submit a resource for review
         * @description Refused while 使用方法、应用场景、典型案例 or the grades are missing, and after a return while nothing was changed.
         *
         *     **许可 Permits:** 教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{resourceId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源下架 Withdraw a published resource
         * @description By its author or by a reviewer.
         *
         *     **许可 Permits:** 资源审核员 `resourceReviewer`、教师 `teacher`、班主任 `homeroomTeacher`、教研员 `subjectResearcher`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `resources.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["resources.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/selections/{selectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * 变更应用选用 Change the selection of an app
         * @description **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["identity.changeSelection"];
        trace?: never;
    };
    "/api/v1/selections/{selectionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 结束选用 End a selection
         * @description 该应用在数秒内不能再访问本组织。 Within seconds the app can no longer reach this organisation.
         *
         *     **许可 Permits:** 系统管理员 `systemAdmin`、学校管理员 `schoolAdmin`
         *     **授权 Scope:** `identity.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["identity.endSelection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 列出填报表 List submissions
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["reporting.submissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{submissionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取填报表 Read a submission
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["reporting.submission"];
        /**
         * 填报数据 Fill in a submission
         * @description The whole document at once; a value left out is cleared. If-Match keeps two people in one form from losing anything.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        put: operations["reporting.fillInSubmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{submissionId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核通过填报表 Approve a submission
         * @description Its figures enter the roll-up in the same transaction.
         *
         *     **许可 Permits:** 县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.approveSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{submissionId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回修改填报表 Return a submission
         * @description With a reason for each field. The reasons stay with it; the next round shows what changed.
         *
         *     **许可 Permits:** 县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.returnSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{submissionId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 提交填报表 Submit a submission
         * @description To the authority above by 隶属: a county, or the city for a school directly under it.
         *
         *     **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、应用 `app`
         *     **授权 Scope:** `reporting.write`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["reporting.submitSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/submissions/{submissionId}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取填报表的流转记录 Read the review trail of a submission
         * @description **许可 Permits:** 学校管理员 `schoolAdmin`、学籍管理员 `rollManager`、第一责任人 `responsiblePerson`、分管领导 `bureauLeader`、系统管理员 `systemAdmin`、电教馆长 `centreHead`、县级审核员 `countyReviewer`、市级审核员 `cityReviewer`、省级审核员 `provinceReviewer`、应用 `app`
         *     **授权 Scope:** `reporting.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["reporting.reviewTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订阅列表 List subscriptions
         * @description **许可 Permits:** 应用 `app`、企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["subscriptions.subscriptions"];
        put?: never;
        /**
         * 新建订阅 Make a subscription
         * @description 从现在起投递匹配的事实；以前的用重新投递取得。签名密钥只显示这一次。 Delivers matching facts from now on; earlier ones by redelivery. The signing secret is shown this once.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.subscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查看订阅 Read a subscription
         * @description **许可 Permits:** 应用 `app`、企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["subscriptions.subscription"];
        put?: never;
        post?: never;
        /**
         * 删除订阅 End a subscription
         * @description 订阅及其投递记录一并删除。 The subscription goes, and its delivery log with it.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        delete: operations["subscriptions.endSubscription"];
        options?: never;
        head?: never;
        /**
         * 变更订阅 Change a subscription
         * @description 换了接收地址，等待中的投递随即重试。 With a new address, what waits is tried at once.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        patch: operations["subscriptions.changeSubscription"];
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 死信列表 List the dead letters of a subscription
         * @description **许可 Permits:** 应用 `app`、企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["subscriptions.deadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/dead-letters/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重投死信 Redrive the dead letters of a subscription
         * @description 全部死信按序再投一次。 All of them are delivered once more, in order.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.redriveDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投递记录 Read the delivery log of a subscription
         * @description 已送达的保留 30 天，死信保留 90 天。 What was delivered is kept 30 days, dead letters 90.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`、系统管理员 `systemAdmin`、安全管理员 `securityAdmin`、审计管理员 `auditAdmin`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["subscriptions.deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 暂停订阅 Pause a subscription
         * @description 暂停期间的事实在恢复后按序投递。 What happens meanwhile is delivered in order once it is resumed.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.pauseSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 测试投递 Ping the address of a subscription
         * @description 立即投递一个签名的测试事件并答复结果；成功则等待中的投递随即重试。 Delivers a signed test event at once and answers what came of it; when that succeeds, what waits is tried at once.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.pingSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/redeliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新投递 Redeliver events of a subscription
         * @description 一个事件，或一段位置，或一段时间；先于新的事实按序投递，webhook-id 不变。 One event, or a range of positions, or of times; delivered in order before what is new, under the same webhook-id.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 恢复订阅 Resume a subscription
         * @description **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.resumeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/{subscriptionId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换签名密钥 Rotate the signing secret of a subscription
         * @description 在重叠期内每次投递带新旧两个签名。 During the overlap every delivery carries two signatures.
         *
         *     **许可 Permits:** 应用 `app`、企业人员 `vendor`
         *     **授权 Scope:** `events.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        post: operations["subscriptions.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/federation/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取变更 Read changes
         * @description Every change once, per entity in version order; a deletion as a tombstone (data null). Without a cursor it begins at the beginning; for a first synchronisation of a long history prefer the snapshot.
         *
         *     **许可 Permits:** 应用 `app`
         *     **授权 Scope:** `federation.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["federation.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/federation/v1/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 读取快照 Read a snapshot
         * @description The last change of each entity in reach at one position of the feed: for a first synchronisation, for what joined, and after a 410.
         *
         *     **许可 Permits:** 应用 `app`
         *     **授权 Scope:** `federation.read`
         *     **范围 Reach:** 行事组织及其下级 the acting organisation and what lies below it
         */
        get: operations["federation.snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "cn.lianxue.activities.activity.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 活动设置已修改 The settings of an activity were changed
         * @description 事实 `cn.lianxue.activities.activity.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.activity.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.activity.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 活动已结束 An activity was closed
         * @description 事实 `cn.lianxue.activities.activity.closed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.activity.closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.activity.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 活动已开放 An activity was opened
         * @description 事实 `cn.lianxue.activities.activity.opened`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.activity.opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.activity.prepared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 活动已筹备 An activity was prepared
         * @description 事实 `cn.lianxue.activities.activity.prepared`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.activity.prepared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品结果已公示 The result of an entry was put in public notice
         * @description 事实 `cn.lianxue.activities.entry.announced`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.announced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品信息已修改 An entry was changed
         * @description 事实 `cn.lianxue.activities.entry.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.entered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品已报送 A work was entered
         * @description 事实 `cn.lianxue.activities.entry.entered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.entered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.evaluated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品已评审 An entry was evaluated
         * @description 事实 `cn.lianxue.activities.entry.evaluated`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.evaluated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.recognised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品结果已认定 The result of an entry was recognised
         * @description 事实 `cn.lianxue.activities.entry.recognised`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.recognised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.recommended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品已推荐 An entry was recommended
         * @description 事实 `cn.lianxue.activities.entry.recommended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.recommended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.struck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品因异议成立被取消 An entry was struck after an objection
         * @description 事实 `cn.lianxue.activities.entry.struck`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.struck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.entry.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 作品已撤回 An entry was withdrawn
         * @description 事实 `cn.lianxue.activities.entry.withdrawn`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.entry.withdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.evaluation.assigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 评审任务已分配 An expert was assigned to an entry
         * @description 事实 `cn.lianxue.activities.evaluation.assigned`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.evaluation.assigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.evaluation.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 专家已回避 An expert declined to evaluate an entry
         * @description 事实 `cn.lianxue.activities.evaluation.declined`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.evaluation.declined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.evaluation.scored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 评审已打分 An expert scored an entry
         * @description 事实 `cn.lianxue.activities.evaluation.scored`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.evaluation.scored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.objection.dismissed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异议不成立 An objection was dismissed
         * @description 事实 `cn.lianxue.activities.objection.dismissed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.objection.dismissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.objection.filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异议已提出 An objection was filed
         * @description 事实 `cn.lianxue.activities.objection.filed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.objection.filed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.objection.upheld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 异议成立 An objection was upheld
         * @description 事实 `cn.lianxue.activities.objection.upheld`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.objection.upheld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.public_notice.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示已发布 Results were put in public notice
         * @description 事实 `cn.lianxue.activities.public_notice.announced`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.public_notice.announced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.public_notice.corrected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示因异议成立更正 A public notice was corrected after an objection
         * @description 事实 `cn.lianxue.activities.public_notice.corrected`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.public_notice.corrected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.activities.public_notice.finalised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 公示结果已认定 The results were recognised
         * @description 事实 `cn.lianxue.activities.public_notice.finalised`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.activities.public_notice.finalised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.attendance.recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 考勤已记录 Attendance was recorded
         * @description 事实 `cn.lianxue.classrooms.attendance.recorded`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.attendance.recorded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次已取消 A session was cancelled
         * @description 事实 `cn.lianxue.classrooms.classSession.cancelled`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次已上完 A session was held
         * @description 事实 `cn.lianxue.classrooms.classSession.held`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.held"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.madeUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次已安排补课 A make-up class was arranged
         * @description 事实 `cn.lianxue.classrooms.classSession.madeUp`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.madeUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次缺课 A session was missed
         * @description 事实 `cn.lianxue.classrooms.classSession.missed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.missed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次已排定 A session was planned
         * @description 事实 `cn.lianxue.classrooms.classSession.planned`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.planned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.classSession.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 课次已开始 A session began
         * @description 事实 `cn.lianxue.classrooms.classSession.started`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.classSession.started"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.classrooms.deliveredClass.planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 专递课堂已排定 A delivered class was planned
         * @description 事实 `cn.lianxue.classrooms.deliveredClass.planned`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.classrooms.deliveredClass.planned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.federation.scope.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织进入可见范围 An organisation joined what the reader may see
         * @description 事实 `cn.lianxue.federation.scope.joined`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.federation.scope.joined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.federation.scope.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织离开可见范围 An organisation left what the reader may see
         * @description 事实 `cn.lianxue.federation.scope.left`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.federation.scope.left"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.account.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 密码已更改 A password was changed by its owner
         * @description 事实 `cn.lianxue.identity.account.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.account.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.account.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 账号已关闭 An account was closed
         * @description 事实 `cn.lianxue.identity.account.closed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.account.closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.account.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 账号已开通 An account was opened
         * @description 事实 `cn.lianxue.identity.account.opened`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.account.opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.account.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 密码已重置 A password was reset
         * @description 事实 `cn.lianxue.identity.account.reset`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.account.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.app.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用信息已变更 An app changed
         * @description 事实 `cn.lianxue.identity.app.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.app.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.app.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用已登记 An app was registered
         * @description 事实 `cn.lianxue.identity.app.registered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.app.registered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.app.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用已恢复 An app was resumed
         * @description 事实 `cn.lianxue.identity.app.resumed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.app.resumed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.app.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用已暂停 An app was suspended
         * @description 事实 `cn.lianxue.identity.app.suspended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.app.suspended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.class.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 班级信息已变更 A class changed
         * @description 事实 `cn.lianxue.identity.class.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.class.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.class.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 班级已结束 A class ended
         * @description 事实 `cn.lianxue.identity.class.ended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.class.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.class.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 班级已登记 A class was registered
         * @description 事实 `cn.lianxue.identity.class.registered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.class.registered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.enrolment.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 在班记录已变更 An enrolment changed
         * @description 事实 `cn.lianxue.identity.enrolment.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.enrolment.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.enrolment.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员已离班 An enrolment ended
         * @description 事实 `cn.lianxue.identity.enrolment.ended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.enrolment.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.enrolment.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员已入班 A person was enrolled in a class
         * @description 事实 `cn.lianxue.identity.enrolment.made`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.enrolment.made"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.guardian_invitation.claimed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护邀请已认领 A guardian invitation was claimed
         * @description 事实 `cn.lianxue.identity.guardian_invitation.claimed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.guardian_invitation.claimed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.guardian_invitation.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护关系已确认 A guardian was confirmed by the school
         * @description 事实 `cn.lianxue.identity.guardian_invitation.confirmed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.guardian_invitation.confirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.guardian_invitation.offered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护邀请已发出 A guardian invitation was offered
         * @description 事实 `cn.lianxue.identity.guardian_invitation.offered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.guardian_invitation.offered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.guardian_invitation.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护关系未通过 A guardian was refused by the school
         * @description 事实 `cn.lianxue.identity.guardian_invitation.refused`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.guardian_invitation.refused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.guardian_invitation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 监护邀请已撤回 A guardian invitation was revoked
         * @description 事实 `cn.lianxue.identity.guardian_invitation.revoked`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.guardian_invitation.revoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.organisation.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织信息已变更 An organisation changed
         * @description 事实 `cn.lianxue.identity.organisation.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.organisation.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.organisation.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织已撤销 An organisation was closed
         * @description 事实 `cn.lianxue.identity.organisation.closed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.organisation.closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.organisation.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织已并入另一组织 An organisation was merged into another
         * @description 事实 `cn.lianxue.identity.organisation.merged`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.organisation.merged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.organisation.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织隶属已变更 An organisation moved under another parent
         * @description 事实 `cn.lianxue.identity.organisation.moved`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.organisation.moved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.organisation.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 组织已登记 An organisation was registered
         * @description 事实 `cn.lianxue.identity.organisation.registered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.organisation.registered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.person.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员信息已变更 A person changed
         * @description 事实 `cn.lianxue.identity.person.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.person.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.person.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员已注销 A person’s record was closed
         * @description 事实 `cn.lianxue.identity.person.closed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.person.closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.person.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员已并入他人，后继标识见 successor A person was merged into another, the successor
         * @description 事实 `cn.lianxue.identity.person.merged`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.person.merged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.person.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员已登记 A person was registered
         * @description 事实 `cn.lianxue.identity.person.registered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.person.registered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.person.unmerged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 人员合并已撤销 A merging of people was undone
         * @description 事实 `cn.lianxue.identity.person.unmerged`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.person.unmerged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.post.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 岗位已变更 A post changed
         * @description 事实 `cn.lianxue.identity.post.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.post.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.post.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 岗位已结束 A post ended
         * @description 事实 `cn.lianxue.identity.post.ended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.post.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.post.given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 岗位已授予 A post was given
         * @description 事实 `cn.lianxue.identity.post.given`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.post.given"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.selection.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用选用已变更 A selection changed
         * @description 事实 `cn.lianxue.identity.selection.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.selection.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.selection.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用选用已结束 A selection ended
         * @description 事实 `cn.lianxue.identity.selection.ended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.selection.ended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.identity.selection.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 应用已选用 An app was selected
         * @description 事实 `cn.lianxue.identity.selection.made`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.identity.selection.made"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.dailyReport.filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 每日报告已报送 A daily report was filed
         * @description 事实 `cn.lianxue.incidents.dailyReport.filed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.dailyReport.filed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.guardPeriod.amended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重要时期已调整 A guard period was amended
         * @description 事实 `cn.lianxue.incidents.guardPeriod.amended`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.guardPeriod.amended"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.guardPeriod.declared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重要时期已发布 A guard period was declared
         * @description 事实 `cn.lianxue.incidents.guardPeriod.declared`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.guardPeriod.declared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.acknowledged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已接报 An incident was acknowledged
         * @description 事实 `cn.lianxue.incidents.incident.acknowledged`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.acknowledged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已办结 An incident was closed
         * @description 事实 `cn.lianxue.incidents.incident.closed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.contained": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已控制 An incident was contained
         * @description 事实 `cn.lianxue.incidents.incident.contained`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.contained"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.dismissed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件确认为误报 An incident was dismissed
         * @description 事实 `cn.lianxue.incidents.incident.dismissed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.dismissed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件开始处置 Handling of an incident began
         * @description 事实 `cn.lianxue.incidents.incident.handled`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.handled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.noted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 对外报送已登记 A report to an authority outside was noted
         * @description 事实 `cn.lianxue.incidents.incident.noted`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.noted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.regraded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已调整级别 The level of an incident was changed
         * @description 事实 `cn.lianxue.incidents.incident.regraded`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.regraded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.reported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已报告 An incident was reported
         * @description 事实 `cn.lianxue.incidents.incident.reported`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.reported"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.incidents.incident.supplemented": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 网络安全事件已补报 An incident was supplemented
         * @description 事实 `cn.lianxue.incidents.incident.supplemented`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.incidents.incident.supplemented"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.data_set.defined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 数据集已定义 A data set was defined
         * @description 事实 `cn.lianxue.reporting.data_set.defined`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.data_set.defined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.data_set.revised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 数据集已换用新版表单 A data set has a new form
         * @description 事实 `cn.lianxue.reporting.data_set.revised`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.data_set.revised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.form.issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 新版表单已发布 A new version of a form was issued
         * @description 事实 `cn.lianxue.reporting.form.issued`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.form.issued"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.period.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报期已开设 A period was announced
         * @description 事实 `cn.lianxue.reporting.period.announced`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.period.announced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.period.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报期已调整 A period was changed
         * @description 事实 `cn.lianxue.reporting.period.changed`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.period.changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.submission.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报表已审核通过 A submission was approved
         * @description 事实 `cn.lianxue.reporting.submission.approved`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.submission.approved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.submission.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报已开始 A submission was begun
         * @description 事实 `cn.lianxue.reporting.submission.drafted`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.submission.drafted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.submission.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报表已退回修改 A submission was returned
         * @description 事实 `cn.lianxue.reporting.submission.returned`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.submission.returned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.submission.saved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报内容已保存 A submission was saved
         * @description 事实 `cn.lianxue.reporting.submission.saved`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.submission.saved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.reporting.submission.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报表已提交 A submission was submitted
         * @description 事实 `cn.lianxue.reporting.submission.submitted`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.reporting.submission.submitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.discarded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源草稿已删除 A draft was discarded
         * @description 事实 `cn.lianxue.resources.resource.discarded`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.discarded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已修改 A resource was edited
         * @description 事实 `cn.lianxue.resources.resource.edited`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.edited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已发布 A resource was published
         * @description 事实 `cn.lianxue.resources.resource.published`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.published"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已登记 A resource was registered
         * @description 事实 `cn.lianxue.resources.resource.registered`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.registered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源不予通过 A resource was rejected
         * @description 事实 `cn.lianxue.resources.resource.rejected`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.rejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已退回修改 A resource was returned
         * @description 事实 `cn.lianxue.resources.resource.returned`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.returned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已送审 A resource was submitted
         * @description 事实 `cn.lianxue.resources.resource.submitted`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.submitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.resources.resource.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 资源已下架 A resource was withdrawn
         * @description 事实 `cn.lianxue.resources.resource.withdrawn`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.resources.resource.withdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "cn.lianxue.subscriptions.subscription.pinged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 测试投递 A test delivery was asked for
         * @description 事实 `cn.lianxue.subscriptions.subscription.pinged`，不含个人信息。 A fact; it carries no personal data.
         */
        post: operations["cn.lianxue.subscriptions.subscription.pinged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Activity: {
            /** @description 奖项 awards */
            awards: components["schemas"]["NamedCode"][];
            /** @description 作品类别 categories of works */
            categories: components["schemas"]["NamedCode"][];
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 活动说明 description */
            description?: string;
            /**
             * @description 每件作品的评审专家数 experts per entry
             * @default 3
             */
            evaluationsPerEntry: number;
            /**
             * @description 每位专家最多评审的作品数 entries one expert evaluates at most
             * @default 100
             */
            expertLoad: number;
            /** @description 组别 groups */
            groups: components["schemas"]["NamedCode"][];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("change" | "open" | "close")[];
            /** @description 活动名称 name */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
            /**
             * @description 公示天数 days a public notice lasts unless its dates are given
             * @default 7
             */
            noticeDays: number;
            /**
             * Format: uuid
             * @description 组织单位 organiser
             */
            organisation: string;
            /**
             * @description 推荐名额，未列出的不限 quotas; what is not listed is not limited
             * @default []
             */
            quotas: components["schemas"]["Quota"][];
            /** @description 评审标准 rubric of the expert evaluation */
            rubric: components["schemas"]["Criterion"][];
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "draft" | "open" | "closed";
            /** @description 推荐层级，自下而上，最后为组织单位所在层级 tiers from below; the last is the organiser’s */
            tiers: ("school" | "county" | "city" | "province")[];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
            /** @description 各阶段时间 windows of its activityStages */
            windows: {
                /** @description 报送作品 when works are entered */
                entry: components["schemas"]["ActivityWindow"];
                /** @description 专家评审 when experts evaluate */
                evaluation: components["schemas"]["ActivityWindow"];
                /** @description 逐级推荐 when each tier recommends */
                recommendation: components["schemas"]["ActivityWindow"];
            };
        };
        ActivityFact: {
            /** @description 奖项 awards */
            awards: components["schemas"]["NamedCode"][];
            /** @description 作品类别 categories of works */
            categories: components["schemas"]["NamedCode"][];
            /** @description 活动说明 description */
            description?: string;
            /**
             * @description 每件作品的评审专家数 experts per entry
             * @default 3
             */
            evaluationsPerEntry: number;
            /**
             * @description 每位专家最多评审的作品数 entries one expert evaluates at most
             * @default 100
             */
            expertLoad: number;
            /** @description 组别 groups */
            groups: components["schemas"]["NamedCode"][];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 活动名称 name */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
            /**
             * @description 公示天数 days a public notice lasts unless its dates are given
             * @default 7
             */
            noticeDays: number;
            /**
             * Format: uuid
             * @description 组织单位 organiser
             */
            organisation: string;
            /**
             * @description 推荐名额，未列出的不限 quotas; what is not listed is not limited
             * @default []
             */
            quotas: components["schemas"]["Quota"][];
            /** @description 评审标准 rubric of the expert evaluation */
            rubric: components["schemas"]["Criterion"][];
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "draft" | "open" | "closed";
            /** @description 推荐层级，自下而上，最后为组织单位所在层级 tiers from below; the last is the organiser’s */
            tiers: ("school" | "county" | "city" | "province")[];
            /** @description 各阶段时间 windows of its activityStages */
            windows: {
                /** @description 报送作品 when works are entered */
                entry: components["schemas"]["ActivityWindow"];
                /** @description 专家评审 when experts evaluate */
                evaluation: components["schemas"]["ActivityWindow"];
                /** @description 逐级推荐 when each tier recommends */
                recommendation: components["schemas"]["ActivityWindow"];
            };
        };
        ActivitySettings: {
            /** @description 奖项 awards */
            awards: components["schemas"]["NamedCodeInput"][];
            /** @description 作品类别 categories of works */
            categories: components["schemas"]["NamedCodeInput"][];
            /** @description 活动说明 description */
            description?: string;
            /**
             * @description 每件作品的评审专家数 experts per entry
             * @default 3
             */
            evaluationsPerEntry?: number;
            /**
             * @description 每位专家最多评审的作品数 entries one expert evaluates at most
             * @default 100
             */
            expertLoad?: number;
            /** @description 组别 groups */
            groups: components["schemas"]["NamedCodeInput"][];
            /** @description 活动名称 name */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
            /**
             * @description 公示天数 days a public notice lasts unless its dates are given
             * @default 7
             */
            noticeDays?: number;
            /**
             * @description 推荐名额，未列出的不限 quotas; what is not listed is not limited
             * @default []
             */
            quotas?: components["schemas"]["QuotaInput"][];
            /** @description 评审标准 rubric of the expert evaluation */
            rubric: components["schemas"]["CriterionInput"][];
            /** @description 推荐层级，自下而上，最后为组织单位所在层级 tiers from below; the last is the organiser’s */
            tiers: ("school" | "county" | "city" | "province")[];
            /** @description 各阶段时间 windows of its activityStages */
            windows: {
                /** @description 报送作品 when works are entered */
                entry: {
                    /**
                     * Format: date-time
                     * @description 截止 closes
                     */
                    closes: string;
                    /**
                     * Format: date-time
                     * @description 开始 opens
                     */
                    opens: string;
                };
                /** @description 专家评审 when experts evaluate */
                evaluation: {
                    /**
                     * Format: date-time
                     * @description 截止 closes
                     */
                    closes: string;
                    /**
                     * Format: date-time
                     * @description 开始 opens
                     */
                    opens: string;
                };
                /** @description 逐级推荐 when each tier recommends */
                recommendation: {
                    /**
                     * Format: date-time
                     * @description 截止 closes
                     */
                    closes: string;
                    /**
                     * Format: date-time
                     * @description 开始 opens
                     */
                    opens: string;
                };
            };
        };
        ActivityTemplate: {
            /** @description 模板代码 code of the template */
            code: string;
            /** @description 活动规则 rules, to which dates are added */
            rules: {
                /** @description 奖项 awards */
                awards: components["schemas"]["NamedCode"][];
                /** @description 作品类别 categories of works */
                categories: components["schemas"]["NamedCode"][];
                /** @description 活动说明 description */
                description?: string;
                /**
                 * @description 每件作品的评审专家数 experts per entry
                 * @default 3
                 */
                evaluationsPerEntry: number;
                /**
                 * @description 每位专家最多评审的作品数 entries one expert evaluates at most
                 * @default 100
                 */
                expertLoad: number;
                /** @description 组别 groups */
                groups: components["schemas"]["NamedCode"][];
                /** @description 活动名称 name */
                name: string;
                /** @description 英文名 English name */
                nameEn?: string;
                /**
                 * @description 公示天数 days a public notice lasts unless its dates are given
                 * @default 7
                 */
                noticeDays: number;
                /**
                 * @description 推荐名额，未列出的不限 quotas; what is not listed is not limited
                 * @default []
                 */
                quotas: components["schemas"]["Quota"][];
                /** @description 评审标准 rubric of the expert evaluation */
                rubric: components["schemas"]["Criterion"][];
                /** @description 推荐层级，自下而上，最后为组织单位所在层级 tiers from below; the last is the organiser’s */
                tiers: ("school" | "county" | "city" | "province")[];
            };
        };
        ActivityWindow: {
            /**
             * Format: date-time
             * @description 截止 closes
             */
            closes: string;
            /**
             * Format: date-time
             * @description 开始 opens
             */
            opens: string;
        };
        AppWithSecret: {
            /** @description 退出通知地址 where it hears of sign-outs */
            backchannelLogoutUri: string | null;
            /** @description 应用标识 OAuth client id */
            clientId: string;
            /** @description 应用密钥，只显示一次 client secret, shown once; null for a public client */
            clientSecret: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 平台自带 part of the platform itself */
            firstParty: boolean;
            /** @description 授权方式 OAuth grants */
            grants: ("authorization_code" | "refresh_token" | "client_credentials" | "urn:ietf:params:oauth:grant-type:device_code")[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 公钥 public keys of an app that signs instead of sending a secret */
            jwks: {
                /** @description 公钥列表 public keys, at most 10 */
                keys: {
                    /** @description 算法 algorithm */
                    alg?: string;
                    /** @description 曲线 curve */
                    crv?: string;
                    /** @description 指数 exponent */
                    e?: string;
                    /** @description 密钥标识 id of the key */
                    kid?: string;
                    /**
                     * @description 密钥种类 kind of key
                     * @enum {string}
                     */
                    kty: "RSA" | "EC" | "OKP";
                    /** @description 模数 modulus */
                    n?: string;
                    /**
                     * @description 用途 use
                     * @constant
                     */
                    use?: "sig";
                    /** @description 坐标 x */
                    x?: string;
                    /** @description 坐标 y */
                    y?: string;
                }[];
            } | null;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("suspend" | "resume")[];
            /** @description 应用名称 name */
            name: string;
            /**
             * Format: uuid
             * @description 提供单位 the vendor or bureau that provides it
             */
            organisation: string;
            /** @description 退出后地址 post-logout redirect URIs */
            postLogoutRedirectUris: string[];
            /**
             * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
             * @enum {string}
             */
            profile: "statistics" | "roster" | "teaching";
            /** @description 无密钥的公开客户端 a public client without a secret */
            public: boolean;
            /** @description 回调地址 redirect URIs */
            redirectUris: string[];
            /** @description 可申请的范围 scopes it may be given */
            scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
            /**
             * @description 状态：使用中、暂停 state
             * @enum {string}
             */
            state: "active" | "suspended";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        AttendanceEntry: {
            /**
             * Format: date-time
             * @description 发生时间 when it happened
             */
            at: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 佐证 evidence */
            evidence: {
                /**
                 * @description 佐证类型：照片、截图、录像、设备记录、说明 kind of evidence
                 * @enum {string}
                 */
                kind: "photo" | "screenshot" | "recording" | "device" | "statement";
                /** @description 佐证内容：文件、编号或说明 file, number or words */
                reference: string;
            };
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 记录类型：签到、上线、下线 what happened
             * @enum {string}
             */
            kind: "signedIn" | "joined" | "left";
            /**
             * Format: uuid
             * @description 主讲端 host
             */
            organisation: string;
            /** @description 到课学生数 pupils present */
            pupils: number | null;
            /**
             * Format: uuid
             * @description 接收端 receiver
             */
            receiver: string;
            /**
             * Format: uuid
             * @description 课次 session
             */
            session: string;
            /**
             * @description 来源：现场签到、补签、平台推送、定时查询 where it comes from
             * @enum {string}
             */
            source: "signIn" | "afterwards" | "webhook" | "polling";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        AttendanceFact: {
            /**
             * Format: date-time
             * @description 发生时间 when it happened
             */
            at: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * @description 佐证类型：照片、截图、录像、设备记录、说明 kind of evidence
             * @enum {string}
             */
            evidence: "photo" | "screenshot" | "recording" | "device" | "statement";
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 记录类型：签到、上线、下线 what happened
             * @enum {string}
             */
            kind: "signedIn" | "joined" | "left";
            /**
             * Format: uuid
             * @description 主讲端 host
             */
            organisation: string;
            /** @description 到课学生数 pupils present */
            pupils: number | null;
            /**
             * Format: uuid
             * @description 接收端 receiver
             */
            receiver: string;
            /**
             * Format: uuid
             * @description 课次 session
             */
            session: string;
            /**
             * @description 来源：现场签到、补签、平台推送、定时查询 where it comes from
             * @enum {string}
             */
            source: "signIn" | "afterwards" | "webhook" | "polling";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Change: {
            /**
             * @description 行为者种类 kind of actor
             * @enum {string}
             */
            actorkind: "person" | "app" | "service" | "system";
            /** @description 变更后的对象；删除时为 null the entity after the change, without personal data; null once deleted */
            data: unknown;
            /** @description 对象版本 version of the entity after the change */
            entityversion: number;
            /** @description 事实标识，去重用 id of the fact; deduplicate by it */
            id: string;
            /** @description 所属组织 organisation the entity belongs to */
            organisation: string | null;
            /** @description 来源服务 the service it comes from */
            source: string;
            /**
             * @description CloudEvents 版本 version of CloudEvents
             * @constant
             */
            specversion: "1.0";
            /** @description 对象 the thing and its id, resource/<id> */
            subject: string;
            /**
             * Format: date-time
             * @description 发生时间 when it happened (UTC)
             */
            time: string;
            /** @description 事实类型 type of the fact, cn.lianxue.<service>.<thing>.<happened> */
            type: string;
        };
        Changes: {
            /** @description 变更 changes in the order of arrival, per entity in the order of versions */
            items: components["schemas"]["Change"][];
            /** @description 是否还有更多 whether more is waiting now */
            more: boolean;
            /** @description 下次读取用的游标，始终存在 cursor to read on from; always present, keep it */
            next: string;
        };
        ClassSession: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 专递课堂 delivered class it belongs to
             */
            deliveredClass: string;
            /** @description 实际下课时间 when it ended */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description 计划下课时间 when it is planned to end
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 补课的课次 the session that makes it up */
            madeUpBy: string | null;
            /** @description 所补的课次 the missed session it makes up */
            makesUp: string | null;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("start" | "end" | "cancel" | "miss" | "makeUp")[];
            /** @description 第几次 number within the plan */
            number: number;
            /**
             * Format: uuid
             * @description 主讲端 host
             */
            organisation: string;
            /** @description 取消或缺课的原因 why it was cancelled or missed */
            reason: string | null;
            /** @description 接收端 receivers */
            receivers: string[];
            /** @description 实际上课时间 when it began */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 计划上课时间 when it is planned to begin
             */
            startsAt: string;
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "planned" | "running" | "held" | "cancelled" | "missed";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        ClassSessionFact: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 专递课堂 delivered class it belongs to
             */
            deliveredClass: string;
            /** @description 实际下课时间 when it ended */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description 计划下课时间 when it is planned to end
             */
            endsAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 补课的课次 the session that makes it up */
            madeUpBy: string | null;
            /** @description 所补的课次 the missed session it makes up */
            makesUp: string | null;
            /** @description 第几次 number within the plan */
            number: number;
            /**
             * Format: uuid
             * @description 主讲端 host
             */
            organisation: string;
            /** @description 接收端 receivers */
            receivers: string[];
            /** @description 实际上课时间 when it began */
            startedAt: string | null;
            /**
             * Format: date-time
             * @description 计划上课时间 when it is planned to begin
             */
            startsAt: string;
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "planned" | "running" | "held" | "cancelled" | "missed";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        ClockRule: {
            /** @description 依据 where it is ordered */
            basis: string;
            /** @description 标识 id */
            id: string;
            /** @description 适用级别 levels it holds for */
            levels: ("I" | "II" | "III" | "IV")[];
            /**
             * @description 办结方式 what meets it
             * @enum {string}
             */
            metBy: "noted" | "registered" | "supplemented" | "closed";
            /** @description 时限（分钟） time allowed, in minutes */
            minutes: number;
            /** @description 名称 name */
            name: {
                /** @description 英文 English */
                en: string;
                /** @description 中文 Chinese */
                zh: string;
            };
            /** @description 适用运营者 kinds of operator it holds for */
            operatorKinds: ("criticalInfrastructure" | "centralOrgan" | "other")[];
            /** @description 报告对象 to whom */
            recipient: {
                /** @description 英文 English */
                en: string;
                /** @description 中文 Chinese */
                zh: string;
            };
            /**
             * Format: date
             * @description 施行日期 day from which it is in force
             */
            since: string;
            /**
             * @description 起算点 from when it runs
             * @enum {string}
             */
            starts: "discovered" | "reported" | "contained";
            /** @description 提前预警（分钟） how long before the end it warns, in minutes */
            warnMinutes: number;
        };
        Criterion: {
            /** @description 代码 code */
            code: string;
            /** @description 满分 most points */
            max: number;
            /** @description 评审指标 criterion */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
        };
        CriterionInput: {
            /** @description 代码 code */
            code: string;
            /** @description 满分 most points */
            max: number;
            /** @description 评审指标 criterion */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
        };
        CrossRule: {
            /** @description 规则代码 code of the rule */
            code: string;
            /** @description 左边 left side */
            left: components["schemas"]["IndicatorSum"];
            /**
             * @description 比较 comparison
             * @enum {string}
             */
            op: "<" | "<=" | "=" | ">=" | ">";
            /** @description 右边 right side */
            right: components["schemas"]["IndicatorSum"];
            /** @description 中文说明 what it demands, in Chinese */
            words: string;
            /** @description 英文说明 what it demands, in English */
            wordsEn: string;
        };
        CrossRuleInput: {
            /** @description 规则代码 code of the rule */
            code: string;
            /** @description 左边 left side */
            left: components["schemas"]["IndicatorSumInput"];
            /**
             * @description 比较 comparison
             * @enum {string}
             */
            op: "<" | "<=" | "=" | ">=" | ">";
            /** @description 右边 right side */
            right: components["schemas"]["IndicatorSumInput"];
            /** @description 中文说明 what it demands, in Chinese */
            words: string;
            /** @description 英文说明 what it demands, in English */
            wordsEn: string;
        };
        DailyReport: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: date
             * @description 报告日期 day it reports on
             */
            day: string;
            /**
             * Format: date-time
             * @description 报送时间 when it was filed
             */
            filedAt: string;
            /**
             * Format: uuid
             * @description 重要时期 guard period
             */
            guardPeriod: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 报告类型：零报告、有事件 zero report, or an incident happened
             * @enum {string}
             */
            kind: "zero" | "incident";
            /** @description 是否迟报 whether it came after the daily deadline */
            late: boolean;
            /** @description 备注 note */
            note: string | null;
            /**
             * Format: uuid
             * @description 报告单位 organisation that reports
             */
            organisation: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        DailyReportFact: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: date
             * @description 报告日期 day it reports on
             */
            day: string;
            /**
             * Format: date-time
             * @description 报送时间 when it was filed
             */
            filedAt: string;
            /**
             * Format: uuid
             * @description 重要时期 guard period
             */
            guardPeriod: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 报告类型：零报告、有事件 zero report, or an incident happened
             * @enum {string}
             */
            kind: "zero" | "incident";
            /** @description 是否迟报 whether it came after the daily deadline */
            late: boolean;
            /**
             * Format: uuid
             * @description 报告单位 organisation that reports
             */
            organisation: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        DataSet: {
            /** @description 数据集代码 code of the data set, unique within the authority */
            code: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 说明 description */
            description?: string;
            /**
             * @description 填报单位类别，缺省为学校与中心学校 kinds of organisation that fill it in; schools and central schools unless said
             * @default [
             *       "school",
             *       "centralSchool"
             *     ]
             */
            filledBy: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
            /**
             * Format: uuid
             * @description 现行表单 the form in force
             */
            form: string;
            /** @description 现行表单版本号 version number of the form in force */
            formNumber: number;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 中文名 Chinese name */
            name: string;
            /** @description 英文名 English name */
            nameEn: string;
            /**
             * Format: uuid
             * @description 定义单位 authority that defined it
             */
            organisation: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        DataSetFact: {
            /** @description 数据集代码 code of the data set, unique within the authority */
            code: string;
            /** @description 说明 description */
            description?: string;
            /**
             * @description 填报单位类别，缺省为学校与中心学校 kinds of organisation that fill it in; schools and central schools unless said
             * @default [
             *       "school",
             *       "centralSchool"
             *     ]
             */
            filledBy: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
            /**
             * Format: uuid
             * @description 现行表单 the form in force
             */
            form: string;
            /** @description 现行表单版本号 version number of the form in force */
            formNumber: number;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 中文名 Chinese name */
            name: string;
            /** @description 英文名 English name */
            nameEn: string;
            /**
             * Format: uuid
             * @description 定义单位 authority that defined it
             */
            organisation: string;
        };
        DeliveredClass: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 节假日与调休 days that depart from the week */
            exceptions: {
                /**
                 * Format: date
                 * @description 日期 the day
                 */
                day: string;
                /** @description 原因 reason */
                reason: string;
                /** @description 按星期几上课；放假为 null which day’s timetable it runs; null: nothing is held */
                runs: number | null;
            }[];
            /**
             * Format: date
             * @description 开始日期 first day
             */
            from: string;
            /** @description 年级 grades */
            grades: number[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * Format: uuid
             * @description 主讲端 host
             */
            organisation: string;
            /** @description 接收端（教学点、学校） receivers: teaching points and schools */
            receivers: string[];
            /** @description 计划课次 number of sessions planned */
            sessions: number;
            /** @description 每周课节 weekly times */
            slots: {
                /** @description 下课时间（北京时间） when it ends, 北京时间 */
                end: string;
                /** @description 上课时间（北京时间） when it begins, 北京时间 */
                start: string;
                /** @description 星期，1 为星期一 day of the week, 1 is Monday */
                weekday: number;
            }[];
            /**
             * @description 学段 stage
             * @enum {string}
             */
            stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
            /**
             * @description 学科 subject
             * @enum {string}
             */
            subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
            /** @description 学期，如 2026-2027学年度第一学期 term */
            term: string;
            /**
             * Format: date
             * @description 结束日期 last day
             */
            to: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        DeliveredClassFigures: {
            /** @description 明细 each pair */
            cells: {
                /**
                 * Format: date
                 * @description 日期 the day
                 */
                day: string;
                /** @description 所补的课次 the missed session it makes up */
                makesUp: string | null;
                /** @description 第几次 number within the plan */
                number: number;
                /**
                 * @description 结果：未上、已接收、未接收、取消、缺课 what became of it
                 * @enum {string}
                 */
                outcome: "planned" | "received" | "absent" | "cancelled" | "missed";
                /**
                 * Format: uuid
                 * @description 接收端 receiver
                 */
                receiver: string;
                /**
                 * Format: uuid
                 * @description 课次 session
                 */
                session: string;
                /** @description 在线比例 share of the session during which it was present, 0 to 1 */
                share: number;
                /** @description 是否有效 whether it counts as valid */
                valid: boolean;
            }[];
            /** @description 各接收端 by receiver */
            receivers: {
                /** @description 取消 cancelled */
                cancelled: number;
                /** @description 实际开课 held */
                held: number;
                /** @description 已补课 made up: missed, then held and received */
                madeUp: number;
                /** @description 缺课 missed */
                missed: number;
                /** @description 名称 name */
                name: string;
                /** @description 开课率（%） share of the planned that was held, in per cent */
                openRate: number | null;
                /** @description 计划开课 planned */
                planned: number;
                /** @description 已接收 received: at least signed in */
                received: number;
                /**
                 * Format: uuid
                 * @description 接收端 receiver
                 */
                receiver: string;
                /** @description 有效接收 received long enough to count */
                valid: number;
                /** @description 有效开课率（%） share of the planned that was validly received, in per cent */
                validRate: number | null;
            }[];
            /** @description 统计规则 rule by which it is counted */
            rule: {
                /** @description 取消的课次是否计入计划 whether cancelled sessions stay among the planned */
                cancelledCounts: boolean;
                /** @description 补课是否计入开课 whether made-up sessions count as held */
                makeUpCounts: boolean;
                /** @description 有效接收的最低在线比例 least share that counts as valid */
                minShare: number;
            };
            /** @description 合计，单位为课次 × 接收端 total over all pairs */
            total: {
                /** @description 取消 cancelled */
                cancelled: number;
                /** @description 实际开课 held */
                held: number;
                /** @description 已补课 made up: missed, then held and received */
                madeUp: number;
                /** @description 缺课 missed */
                missed: number;
                /** @description 开课率（%） share of the planned that was held, in per cent */
                openRate: number | null;
                /** @description 计划开课 planned */
                planned: number;
                /** @description 已接收 received: at least signed in */
                received: number;
                /** @description 有效接收 received long enough to count */
                valid: number;
                /** @description 有效开课率（%） share of the planned that was validly received, in per cent */
                validRate: number | null;
            };
        };
        Delivery: {
            /** @description 尝试次数 attempts */
            attempts: number;
            /** @description 失败原因：状态码、超时、连接、域名、证书、地址不允许 why it failed: the status, a timeout, the connection, the name, the certificate, an address not allowed */
            error: ("status" | "timeout" | "connection" | "dns" | "tls" | "address_refused") | null;
            /**
             * Format: uuid
             * @description 事件标识，即 webhook-id id of the event, its webhook-id
             */
            event: string;
            /**
             * Format: date-time
             * @description 首次尝试时间 first attempt
             */
            firstAt: string;
            /**
             * Format: uuid
             * @description 投递标识 id
             */
            id: string;
            /**
             * Format: date-time
             * @description 最近尝试时间 latest attempt
             */
            lastAt: string;
            /** @description 变更流位置；测试投递为空 position in the feed; null for a ping */
            position: number | null;
            /**
             * @description 投递结果：已送达、重试中、死信、测试未达 outcome: delivered, being retried, a dead letter, a ping that failed
             * @enum {string}
             */
            state: "delivered" | "failing" | "dead" | "failed";
            /** @description 对方答复的 HTTP 状态 HTTP status of the answer; null without one */
            status: number | null;
            /** @description 事实类型 type of the fact */
            type: string;
        };
        Difference: {
            /** @description 现在的值 value now */
            after: number | string | null;
            /** @description 上一轮的值 value in the round before */
            before: number | string | null;
            /** @description 指标代码 code of the indicator */
            field: string;
        };
        Division: {
            /** @description 行政区划代码 division code, GB/T 2260 */
            code: string;
            /**
             * @description 级别：省、市、县 level
             * @enum {string}
             */
            level: "province" | "city" | "county";
            /** @description 名称 name */
            name: string;
            /** @description 上级区划代码 code of the division above */
            parent: string | null;
            /** @description 替代代码 the code in use instead */
            successor: string | null;
            /** @description 启用日期；一直使用的为空 first day of use; null when it has always been in use */
            validFrom: string | null;
            /** @description 停用日期；仍在使用的为空 first day it was no longer in use; null while it is */
            validTo: string | null;
        };
        Enrolment: {
            /**
             * Format: uuid
             * @description 班级标识 id of the class
             */
            class: string;
            /** @description 因何不给个人信息：未获同意 missing、应用未申明用途 undeclared why an app gets no personal value of this pupil; null when nothing is kept back for that reason */
            consent: ("missing" | "undeclared") | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 是否已结束 whether it has ended */
            ended: boolean;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 姓名是否脱敏 whether the name is masked */
            masked: boolean;
            /** @description 姓名，默认脱敏 name; masked unless the caller may read it */
            name: string;
            /**
             * Format: uuid
             * @description 人员标识 id of the person
             */
            person: string;
            /**
             * @description 在班身份 role in the class
             * @enum {string}
             */
            role: "pupil" | "teacher";
            /** @description 起始日期 first day */
            since: string | null;
            /** @description 结束日期 last day */
            until: string | null;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Entry: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /**
             * @description 指导教师的人员标识 person ids of the advising teachers
             * @default []
             */
            advisers: string[];
            /** @description 奖项 award, by code */
            award: string | null;
            /** @description 作品类别 category, by code */
            category: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 作品说明，不写姓名和校名 description, without names of people or schools */
            description?: string;
            /** @description 组别 group, by code */
            group: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("change" | "withdraw" | "recommend" | "evaluate" | "announce" | "recognise" | "strike")[];
            /**
             * Format: uuid
             * @description 报送学校 school that entered it
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 作者（学生）的人员标识 person id of the pupil who made it
             */
            pupil: string;
            /** @description 评审得分，仅组织单位可见 mean score of the experts; only the organiser sees it */
            score: number | null;
            /**
             * Format: uuid
             * @description 所在单位 organisation with which it stands now
             */
            standsWith: string;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "entered" | "recommended" | "evaluated" | "announced" | "recognised" | "struck" | "withdrawn";
            /**
             * @description 所在层级 tier at which it stands
             * @enum {string}
             */
            tier: "school" | "county" | "city" | "province";
            /** @description 作品名称 title of the work */
            title: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        EntryFact: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /** @description 奖项 award, by code */
            award: string | null;
            /** @description 作品类别 category, by code */
            category: string;
            /** @description 组别 group, by code */
            group: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * Format: uuid
             * @description 报送学校 school that entered it
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 所在单位 organisation with which it stands now
             */
            standsWith: string;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "entered" | "recommended" | "evaluated" | "announced" | "recognised" | "struck" | "withdrawn";
            /**
             * @description 所在层级 tier at which it stands
             * @enum {string}
             */
            tier: "school" | "county" | "city" | "province";
            /** @description 作品名称 title of the work */
            title: string;
        };
        Evaluation: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /** @description 作品类别 category */
            category: string;
            /** @description 评语，或回避原因 comment, or the reason for declining */
            comment: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 作品说明 description */
            description: string | null;
            /**
             * Format: uuid
             * @description 作品 entry
             */
            entry: string;
            /**
             * Format: uuid
             * @description 专家的人员标识 person id of the expert
             */
            expert: string;
            /** @description 组别 group */
            group: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("score" | "decline")[];
            /**
             * Format: uuid
             * @description 组织单位 organiser
             */
            organisation: string;
            /** @description 各项得分 points by criterion */
            scores: {
                [key: string]: number;
            };
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "assigned" | "scored" | "declined";
            /** @description 作品名称 title */
            title: string;
            /** @description 总分 total */
            total: number | null;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        EvaluationFact: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /**
             * Format: uuid
             * @description 作品 entry
             */
            entry: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * Format: uuid
             * @description 组织单位 organiser
             */
            organisation: string;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "assigned" | "scored" | "declined";
        };
        /** @description CloudEvents 1.0 */
        FactEvent: {
            /**
             * @description 行为者种类 kind of actor
             * @enum {string}
             */
            actorkind: "person" | "app" | "service" | "system";
            /** @description 变更后的对象；删除后为 null the entity after the change; null once deleted */
            data: unknown;
            /** @description 对象版本 version of the entity after the change */
            entityversion: number;
            /**
             * Format: uuid
             * @description 事实标识，去重用 id of the fact; deduplicate by it
             */
            id: string;
            /**
             * Format: uuid
             * @description 所属组织 organisation the entity belongs to
             */
            organisation: string | null;
            /** @description 来源服务 the service it comes from */
            source: string;
            /**
             * @description CloudEvents 版本 version of CloudEvents
             * @constant
             */
            specversion: "1.0";
            /** @description 对象 the thing and its id, `<thing>/<id>` */
            subject: string;
            /**
             * Format: date-time
             * @description 发生时间 when it happened
             */
            time: string;
            /** @description 事实类型 type of the fact */
            type: string;
        };
        FieldSource: {
            /**
             * Format: date-time
             * @description 截至时间 as of when the source said so
             */
            asOf: string;
            /**
             * @description 字段 field
             * @enum {string}
             */
            field: "name" | "idNumber" | "pupilNumber" | "phone" | "birthDate" | "gender";
            /**
             * @description 来源：roll 学籍系统、staffSystem 教师系统、roster 名单、self 本人、local 本平台 source of the field
             * @enum {string}
             */
            source: "roll" | "staffSystem" | "roster" | "self" | "local";
        };
        FileLink: {
            /**
             * Format: date-time
             * @description 地址失效时间 when the address expires
             */
            expiresAt: string;
            /** @description 下载地址，短时有效，无需登录 address to download from; short-lived, needs no token */
            url: string;
        };
        FileTicket: {
            /**
             * Format: date-time
             * @description 凭据失效时间 when the ticket expires
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description 文件标识，上传完成后用它指称文件 id by which the file is named once it is there
             */
            id: string;
            /** @description 最大字节数 most bytes it may have */
            maxBytes: number;
            /** @description 断点续传的地址（tus 1.0），元数据须含 ticket for large ones: a tus 1.0 endpoint; metadata carries the ticket */
            resumableUrl: string;
            /** @description 上传凭据 the ticket itself */
            ticket: string;
            /** @description 一次上传的地址：以 PUT 发送全部内容 for small files: PUT all bytes here */
            uploadUrl: string;
        };
        FinalReport: {
            /** @description 事件原因 cause */
            cause: string;
            /** @description 危害影响 damage */
            damage: string;
            /** @description 经验教训 lessons */
            lessons: string;
            /** @description 应急处置措施 measures taken */
            measures: string;
            /** @description 整改情况 rectification */
            rectification: string;
            /** @description 责任认定 responsibility */
            responsibility: string;
        };
        Form: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 所属数据集 data set it belongs to
             */
            dataSet: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 指标 indicators, in the order of the form */
            indicators: components["schemas"]["Indicator"][];
            /** @description 表单版本号 version number of the form within its data set */
            number: number;
            /**
             * Format: uuid
             * @description 定义单位 authority that defined it
             */
            organisation: string;
            /**
             * @description 跨指标规则 rules over several indicators
             * @default []
             */
            rules: components["schemas"]["CrossRule"][];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        FormContent: {
            /** @description 指标 indicators, in the order of the form */
            indicators: components["schemas"]["IndicatorInput"][];
            /**
             * @description 跨指标规则 rules over several indicators
             * @default []
             */
            rules?: components["schemas"]["CrossRuleInput"][];
        };
        FormerNumber: {
            /**
             * @description 号码种类 kind of number
             * @enum {string}
             */
            kind: "idNumber" | "pupilNumber";
            /** @description 号码，脱敏 the number, masked */
            number: string;
            /**
             * Format: date-time
             * @description 更换时间 when it was replaced
             */
            replacedAt: string;
        };
        FormFact: {
            /**
             * Format: uuid
             * @description 所属数据集 data set it belongs to
             */
            dataSet: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 指标 indicators, in the order of the form */
            indicators: components["schemas"]["Indicator"][];
            /** @description 表单版本号 version number of the form within its data set */
            number: number;
            /**
             * Format: uuid
             * @description 定义单位 authority that defined it
             */
            organisation: string;
            /**
             * @description 跨指标规则 rules over several indicators
             * @default []
             */
            rules: components["schemas"]["CrossRule"][];
        };
        GuardianClaim: {
            /**
             * Format: uuid
             * @description 邀请标识 id of the invitation
             */
            id: string;
            /** @description 学校名称 name of the school */
            organisationName: string;
            /** @description 学生姓名，脱敏 name of the pupil, masked */
            pupilName: string;
            /**
             * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
             * @enum {string}
             */
            state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
        };
        GuardianInvitation: {
            /** @description 认领人标识 who claims to be a guardian */
            claimant: string | null;
            /** @description 认领人姓名，默认脱敏 name of the claimant; masked unless the caller may read it */
            claimantName: string | null;
            /** @description 认领时间 when it was claimed */
            claimedAt: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 邀请码是否已过期 whether the code can no longer be used */
            expired: boolean;
            /**
             * Format: date-time
             * @description 邀请码有效期至 until when the code can be used
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 邀请方：学校、已有家长 who invited
             * @enum {string}
             */
            invitedBy: "school" | "guardian";
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("claim" | "confirm" | "refuse" | "revoke")[];
            /**
             * Format: uuid
             * @description 学校标识 id of the school
             */
            organisation: string;
            /** @description 家长岗位标识 the guardian’s post, once confirmed */
            post: string | null;
            /**
             * Format: uuid
             * @description 学生标识 id of the pupil
             */
            pupil: string;
            /** @description 学生姓名，默认脱敏 name of the pupil; masked unless the caller may read it */
            pupilName: string;
            /** @description 未通过原因 why it was refused */
            reason: string | null;
            /** @description 与学生关系码 relation to the pupil: 51 父亲、52 母亲、57 继父或养父、58 继母或养母、61 祖父、62 祖母、63 外祖父、64 外祖母、70 兄弟姐妹、97 其他亲属、99 非亲属 */
            relation: ("51" | "52" | "57" | "58" | "61" | "62" | "63" | "64" | "70" | "97" | "99") | null;
            /**
             * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
             * @enum {string}
             */
            state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        GuardianOfPupil: {
            /** @description 姓名是否脱敏 whether the name is masked */
            masked: boolean;
            /** @description 姓名，默认脱敏 name; masked unless the caller may read it */
            name: string;
            /**
             * Format: uuid
             * @description 学校标识 id of the school where they are bound
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 人员标识 id of the person
             */
            person: string;
            /**
             * Format: uuid
             * @description 家长岗位标识 id of the guardian’s post
             */
            post: string;
            /** @description 与学生关系码 relation to the pupil: 51 父亲、52 母亲、57 继父或养父、58 继母或养母、61 祖父、62 祖母、63 外祖父、64 外祖母、70 兄弟姐妹、97 其他亲属、99 非亲属 */
            relation: ("51" | "52" | "57" | "58" | "61" | "62" | "63" | "64" | "70" | "97" | "99") | null;
            /**
             * Format: date
             * @description 起始日期 first day
             */
            since: string;
        };
        GuardPeriod: {
            /** @description 依据 the order it follows */
            basis: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 每日报告截止时间（北京时间） until when each day is reported, 北京时间 */
            dailyDeadline: string;
            /**
             * Format: date
             * @description 开始日期 first day
             */
            from: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 应报单位类别 kinds of organisation that report */
            kinds: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
            /** @description 名称 name */
            name: string;
            /**
             * Format: uuid
             * @description 发布单位 organisation that declared it
             */
            organisation: string;
            /**
             * Format: date
             * @description 结束日期 last day
             */
            to: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Incident: {
            /** @description 接报时间 when a superior acknowledged it */
            acknowledgedAt: string | null;
            /** @description 事件类别代码 code of its class */
            category: string;
            /** @description 报告时限 reporting clocks */
            clocks: components["schemas"]["ReportingClock"][];
            /** @description 办结时间 when it was closed */
            closedAt: string | null;
            /** @description 控制时间 when it was contained */
            containedAt: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发现时间 when it was discovered
             */
            discoveredAt: string;
            /** @description 误报说明 why it was dismissed */
            dismissReason: string | null;
            /** @description 总结报告 final report */
            finalReport: components["schemas"]["FinalReport"] | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious
             * @enum {string}
             */
            level: "I" | "II" | "III" | "IV";
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("acknowledge" | "handle" | "contain" | "close" | "dismiss")[];
            /** @description 最近截止时间 when the next unmet clock ends */
            nextDueAt: string | null;
            /**
             * @description 运营者类别：关键信息基础设施、中央和国家机关、其他 kind of operator
             * @enum {string}
             */
            operatorKind: "criticalInfrastructure" | "centralOrgan" | "other";
            /**
             * Format: uuid
             * @description 事发单位 organisation where it happened
             */
            organisation: string;
            /** @description 调整级别的理由 why its level was changed */
            regradeReason: string | null;
            /**
             * Format: date-time
             * @description 上报时间 when it was reported here
             */
            reportedAt: string;
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "reported" | "acknowledged" | "handling" | "contained" | "closed" | "dismissed";
            /** @description 事件概述 summary */
            summary: string;
            /** @description 涉事系统 system concerned */
            system: string | null;
            /** @description 事件名称 name of the incident */
            title: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        IncidentCategory: {
            /** @description 代码 code */
            code: string;
            /** @description 英文名称 English name */
            english: string;
            /** @description 名称 name */
            name: string;
            /** @description 上级类别 class it belongs to; null for a class itself */
            parent: string | null;
            /** @description 分类标准 standard it comes from */
            taxonomy: string;
        };
        IncidentFact: {
            /** @description 接报时间 when a superior acknowledged it */
            acknowledgedAt: string | null;
            /** @description 事件类别代码 code of its class */
            category: string;
            /** @description 报告时限 reporting clocks */
            clocks: {
                /**
                 * Format: date-time
                 * @description 截止时间 until when
                 */
                dueAt: string;
                /** @description 完成时间 when it was met */
                metAt: string | null;
                /** @description 名称 name */
                name: {
                    /** @description 英文 English */
                    en: string;
                    /** @description 中文 Chinese */
                    zh: string;
                };
                /** @description 报告对象 to whom */
                recipient: {
                    /** @description 英文 English */
                    en: string;
                    /** @description 中文 Chinese */
                    zh: string;
                };
                /** @description 规则 the rule it follows */
                rule: string;
                /**
                 * Format: date-time
                 * @description 起算时间 when it began to run
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description 预警时间 when it warns
                 */
                warnAt: string;
            }[];
            /** @description 办结时间 when it was closed */
            closedAt: string | null;
            /** @description 控制时间 when it was contained */
            containedAt: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 发现时间 when it was discovered
             */
            discoveredAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious
             * @enum {string}
             */
            level: "I" | "II" | "III" | "IV";
            /** @description 最近截止时间 when the next unmet clock ends */
            nextDueAt: string | null;
            /**
             * @description 运营者类别：关键信息基础设施、中央和国家机关、其他 kind of operator
             * @enum {string}
             */
            operatorKind: "criticalInfrastructure" | "centralOrgan" | "other";
            /**
             * Format: uuid
             * @description 事发单位 organisation where it happened
             */
            organisation: string;
            /**
             * Format: date-time
             * @description 上报时间 when it was reported here
             */
            reportedAt: string;
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "reported" | "acknowledged" | "handling" | "contained" | "closed" | "dismissed";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Indicator: {
            /** @description 指标代码 code of the indicator */
            code: string;
            /** @description 小数位数，缺省 2 decimal places, 2 unless said */
            decimals?: number;
            /** @description 口径 what exactly is counted */
            definition?: string;
            /** @description 最大值 greatest value */
            max?: number;
            /** @description 最小值 least value */
            min?: number;
            /** @description 指标中文名 Chinese name */
            name: string;
            /** @description 指标英文名 English name */
            nameEn: string;
            /** @description 选项 options of a choice */
            options?: components["schemas"]["IndicatorOption"][];
            /**
             * @description 提交时必填 must be filled in when the submission is submitted
             * @default false
             */
            required: boolean;
            /**
             * @description 类型 type of the value; only integers and numbers are added up, percentages never
             * @enum {string}
             */
            type: "integer" | "number" | "percent" | "choice" | "text";
            /** @description 单位 unit */
            unit?: string;
        };
        IndicatorInput: {
            /** @description 指标代码 code of the indicator */
            code: string;
            /** @description 小数位数，缺省 2 decimal places, 2 unless said */
            decimals?: number;
            /** @description 口径 what exactly is counted */
            definition?: string;
            /** @description 最大值 greatest value */
            max?: number;
            /** @description 最小值 least value */
            min?: number;
            /** @description 指标中文名 Chinese name */
            name: string;
            /** @description 指标英文名 English name */
            nameEn: string;
            /** @description 选项 options of a choice */
            options?: components["schemas"]["IndicatorOptionInput"][];
            /**
             * @description 提交时必填 must be filled in when the submission is submitted
             * @default false
             */
            required?: boolean;
            /**
             * @description 类型 type of the value; only integers and numbers are added up, percentages never
             * @enum {string}
             */
            type: "integer" | "number" | "percent" | "choice" | "text";
            /** @description 单位 unit */
            unit?: string;
        };
        IndicatorOption: {
            /** @description 选项代码 code of the option */
            code: string;
            /** @description 选项中文名 Chinese name */
            name: string;
            /** @description 选项英文名 English name */
            nameEn?: string;
        };
        IndicatorOptionInput: {
            /** @description 选项代码 code of the option */
            code: string;
            /** @description 选项中文名 Chinese name */
            name: string;
            /** @description 选项英文名 English name */
            nameEn?: string;
        };
        IndicatorSum: {
            /**
             * @description 常数 a constant added to them
             * @default 0
             */
            constant: number;
            /**
             * @description 相加的指标 indicators added up
             * @default []
             */
            indicators: string[];
        };
        IndicatorSumInput: {
            /**
             * @description 常数 a constant added to them
             * @default 0
             */
            constant?: number;
            /**
             * @description 相加的指标 indicators added up
             * @default []
             */
            indicators?: string[];
        };
        InputFault: {
            /** @description 错误代码 code of the broken rule */
            code: string;
            /** @description 说明 explanation */
            detail: string;
            /** @description JSON 指针 JSON pointer of the field */
            pointer: string;
        };
        InvitationWithCode: {
            /** @description 认领人标识 who claims to be a guardian */
            claimant: string | null;
            /** @description 认领人姓名，默认脱敏 name of the claimant; masked unless the caller may read it */
            claimantName: string | null;
            /** @description 认领时间 when it was claimed */
            claimedAt: string | null;
            /** @description 邀请码，只显示一次 one-time code, shown once */
            code: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 邀请码是否已过期 whether the code can no longer be used */
            expired: boolean;
            /**
             * Format: date-time
             * @description 邀请码有效期至 until when the code can be used
             */
            expiresAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 邀请方：学校、已有家长 who invited
             * @enum {string}
             */
            invitedBy: "school" | "guardian";
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("claim" | "confirm" | "refuse" | "revoke")[];
            /**
             * Format: uuid
             * @description 学校标识 id of the school
             */
            organisation: string;
            /** @description 家长岗位标识 the guardian’s post, once confirmed */
            post: string | null;
            /**
             * Format: uuid
             * @description 学生标识 id of the pupil
             */
            pupil: string;
            /** @description 学生姓名，默认脱敏 name of the pupil; masked unless the caller may read it */
            pupilName: string;
            /** @description 未通过原因 why it was refused */
            reason: string | null;
            /** @description 与学生关系码 relation to the pupil: 51 父亲、52 母亲、57 继父或养父、58 继母或养母、61 祖父、62 祖母、63 外祖父、64 外祖母、70 兄弟姐妹、97 其他亲属、99 非亲属 */
            relation: ("51" | "52" | "57" | "58" | "61" | "62" | "63" | "64" | "70" | "97" | "99") | null;
            /**
             * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
             * @enum {string}
             */
            state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        KeptFile: {
            /**
             * Format: date-time
             * @description 删除时间 when it is deleted
             */
            forgottenAt: string;
            /**
             * Format: uuid
             * @description 文件标识 id of the file
             */
            id: string;
            /** @description 用途 what it is for */
            kind: string;
            /** @description 文件名 name */
            name: string;
            /** @description 内容的 SHA-256 hash of its content */
            sha256: string;
            /** @description 字节数 bytes */
            size: number;
        };
        Me: {
            /** @description 所用应用 client id of the app in use */
            client: string;
            /**
             * @description 登录者种类 kind of caller
             * @enum {string}
             */
            kind: "person" | "app";
            /** @description 姓名或应用名称 name */
            name: string;
            /** @description 当前组织 the acting organisation */
            organisation: {
                /**
                 * Format: uuid
                 * @description 组织标识 id
                 */
                id: string;
                /** @description 组织名称 name */
                name: string;
            } | null;
            /** @description 全部岗位 all posts */
            posts: components["schemas"]["Post"][];
            /** @description 当前身份 the acting role */
            role: string;
            /** @description 已授权范围 granted scopes */
            scopes: string[];
            /** @description 人员标识或应用标识 person id, or client id of an app */
            subject: string;
        };
        MissingReports: {
            /**
             * Format: date
             * @description 报告日期 day asked about
             */
            day: string;
            /**
             * Format: date-time
             * @description 截止时间 until when it is to be filed
             */
            dueAt: string;
            /** @description 应报单位数 units that report */
            expected: number;
            /** @description 已报单位数 units that have filed */
            filed: number;
            /** @description 未报单位，按名称排列 units that have not filed, by name */
            missing: {
                /**
                 * @description 单位类别 its kind
                 * @enum {string}
                 */
                kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                /** @description 单位名称 its name */
                name: string;
                /**
                 * Format: uuid
                 * @description 单位 organisation
                 */
                organisation: string;
            }[];
            /** @description 是否还有未列出的 whether more are missing than are listed */
            more: boolean;
            /** @description 是否已过截止时间 whether that moment has passed */
            overdue: boolean;
        };
        NamedCode: {
            /** @description 代码 code */
            code: string;
            /** @description 中文名 Chinese name */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
        };
        NamedCodeInput: {
            /** @description 代码 code */
            code: string;
            /** @description 中文名 Chinese name */
            name: string;
            /** @description 英文名 English name */
            nameEn?: string;
        };
        NoticeLine: {
            /** @description 拟授奖项 award */
            award: string;
            /** @description 作品类别 category */
            category: string;
            /**
             * Format: uuid
             * @description 作品标识，提出异议时使用 id of the entry, for objections
             */
            entry: string;
            /** @description 组别 group */
            group: string;
            /**
             * Format: uuid
             * @description 学校标识 id of the school
             */
            organisation: string;
            /** @description 学校 school */
            school: string;
            /** @description 因异议成立取消 struck after an objection */
            struck: boolean;
            /** @description 作品名称 title of the work */
            title: string;
        };
        Objection: {
            /** @description 答复 answer */
            answer: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 作品 entry
             */
            entry: string;
            /** @description 异议理由 grounds */
            grounds: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("uphold" | "dismiss")[];
            /**
             * Format: uuid
             * @description 公示 public notice
             */
            notice: string;
            /**
             * Format: uuid
             * @description 提出人的人员标识 person id of who filed it
             */
            objector: string;
            /**
             * Format: uuid
             * @description 公示单位 authority that gave notice
             */
            organisation: string;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "filed" | "upheld" | "dismissed";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        ObjectionFact: {
            /**
             * Format: uuid
             * @description 作品 entry
             */
            entry: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * Format: uuid
             * @description 公示 public notice
             */
            notice: string;
            /**
             * Format: uuid
             * @description 公示单位 authority that gave notice
             */
            organisation: string;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "filed" | "upheld" | "dismissed";
        };
        OfferedApp: {
            /** @description 应用标识 OAuth client id */
            clientId: string;
            /**
             * Format: uuid
             * @description 应用记录标识 id
             */
            id: string;
            /** @description 应用名称 name */
            name: string;
            /**
             * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
             * @enum {string}
             */
            profile: "statistics" | "roster" | "teaching";
            /** @description 可申请的范围 scopes it may be given */
            scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
        };
        OneTimePassword: {
            /** @description 一次性密码，只显示一次；自设密码时为空 one-time password, shown once; null when one was given */
            oneTimePassword: string | null;
            /** @description 用户名 username */
            username: string;
        };
        Organisation: {
            /** @description 撤销或合并日期 day it was closed or merged */
            closedOn: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 统一社会信用代码 unified social credit code, GB 32100 */
            creditCode: string | null;
            /** @description 所在地区划代码 GB/T 2260 code of the division where it stands */
            divisionCode: string | null;
            /** @description 曾用名 former names */
            formerNames: string[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 类别：省、市、县、无区划代码的机构、学校、中心校、校区、教学点、企业 kind of organisation
             * @enum {string}
             */
            kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("close" | "merge")[];
            /** @description 全称 full name */
            name: string;
            /** @description 隶属 the organisation that manages it; null for the highest */
            parent: string | null;
            /** @description 计划中的隶属变更 a move that is planned */
            plannedMove: {
                /**
                 * Format: date
                 * @description 生效日期 the first day under the new parent
                 */
                from: string;
                /**
                 * Format: uuid
                 * @description 新的上级 the new parent
                 */
                parent: string;
                /** @description 到期未能执行的原因（拒绝代码） why it could not be carried out on its day: the code of the refusal */
                trouble: string | null;
            } | null;
            /** @description 学校（机构）标识码 national school code, 10 digits, never reused */
            schoolCode: string | null;
            /** @description 学校办学类型码 school type, GB/T 33782 table 4 */
            schoolType: string | null;
            /** @description 简称 short name */
            shortName: string | null;
            /**
             * @description 状态：正常、撤销、已合并 state
             * @enum {string}
             */
            state: "open" | "closed" | "merged";
            /** @description 并入的组织 the organisation it was merged into */
            successor: string | null;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Period: {
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 数据集 data set
             */
            dataSet: string;
            /** @description 各级截止时间 until when each level may act */
            due: components["schemas"]["PeriodDue"];
            /**
             * Format: date
             * @description 数据起始日 first day the figures are about
             */
            firstDay: string;
            /**
             * Format: uuid
             * @description 表单 the form that is filled in
             */
            form: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 周期 kind of period
             * @enum {string}
             */
            kind: "month" | "quarter" | "halfYear" | "term" | "schoolYear" | "once";
            /**
             * Format: date
             * @description 数据截止日 last day the figures are about
             */
            lastDay: string;
            /** @description 名称 name, e.g. 2026年第三季度 */
            name: string;
            /**
             * Format: date-time
             * @description 开始填报时间 when filling in begins
             */
            opens: string;
            /**
             * Format: uuid
             * @description 开设单位 authority that runs it
             */
            organisation: string;
            /**
             * @description 当前阶段 where it stands now
             * @enum {string}
             */
            state: "upcoming" | "filling" | "reviewing" | "closed";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        PeriodDue: {
            /**
             * Format: date-time
             * @description 市级审核截止 the city reviews until
             */
            city: string;
            /**
             * Format: date-time
             * @description 县级审核截止 counties review until
             */
            county: string;
            /**
             * Format: date-time
             * @description 省级审核截止，缺省同市级 the province reviews until; as the city unless said
             */
            province?: string;
            /**
             * Format: date-time
             * @description 学校填报截止 schools submit until
             */
            school: string;
        };
        PeriodFact: {
            /**
             * Format: uuid
             * @description 数据集 data set
             */
            dataSet: string;
            /** @description 各级截止时间 until when each level may act */
            due: components["schemas"]["PeriodDue"];
            /**
             * Format: date
             * @description 数据起始日 first day the figures are about
             */
            firstDay: string;
            /**
             * Format: uuid
             * @description 表单 the form that is filled in
             */
            form: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 周期 kind of period
             * @enum {string}
             */
            kind: "month" | "quarter" | "halfYear" | "term" | "schoolYear" | "once";
            /**
             * Format: date
             * @description 数据截止日 last day the figures are about
             */
            lastDay: string;
            /** @description 名称 name, e.g. 2026年第三季度 */
            name: string;
            /**
             * Format: date-time
             * @description 开始填报时间 when filling in begins
             */
            opens: string;
            /**
             * Format: uuid
             * @description 开设单位 authority that runs it
             */
            organisation: string;
        };
        PersonOfOrganisation: {
            /** @description 出生年月，如 2015-03 month of birth */
            birthMonth: string | null;
            /** @description 因何不给个人信息：未获同意 missing、应用未申明用途 undeclared why an app gets no personal value of this pupil; null when nothing is kept back for that reason */
            consent: ("missing" | "undeclared") | null;
            /** @description 性别码 gender */
            gender: ("0" | "1" | "2" | "9") | null;
            /** @description 姓名是否脱敏 whether the name is masked */
            masked: boolean;
            /** @description 姓名，默认脱敏 name; masked unless the caller may read it */
            name: string;
            /**
             * Format: uuid
             * @description 人员标识 id of the person
             */
            person: string;
            /**
             * Format: uuid
             * @description 岗位标识 id of the post
             */
            post: string;
            /** @description 学籍号，默认脱敏 pupil number; masked unless the caller may read it */
            pupilNumber: string | null;
            /**
             * @description 角色 role of the post
             * @enum {string}
             */
            role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
            /**
             * Format: date
             * @description 起始日期 first day
             */
            since: string;
        };
        PersonRecord: {
            /** @description 出生年月，如 2015-03 month of birth */
            birthMonth: string | null;
            /** @description 是否已注销 whether the record is closed */
            closed: boolean;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 曾用号码，应用不可见 numbers carried before; not told to apps */
            formerNumbers: components["schemas"]["FormerNumber"][];
            /** @description 性别码 gender */
            gender: ("0" | "1" | "2" | "9") | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 证件号码，脱敏 identity number, masked */
            idNumber: string | null;
            /** @description 身份证件类型码 kind of identity document */
            idType: ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "A" | "B" | "Z") | null;
            /** @description 姓名是否脱敏 whether the name is masked */
            masked: boolean;
            /** @description 姓名，默认脱敏为「张*」 name; masked unless the caller may read it */
            name: string;
            /**
             * Format: uuid
             * @description 所属组织 the organisation that keeps the person’s record
             */
            organisation: string;
            /** @description 手机号码，脱敏 phone, masked */
            phone: string | null;
            /** @description 岗位 posts within the caller’s reach */
            posts: components["schemas"]["Post"][];
            /** @description 学籍号，默认脱敏 pupil number; masked unless the caller may read it */
            pupilNumber: string | null;
            /** @description 各字段的来源 where each field comes from */
            sources: components["schemas"]["FieldSource"][];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 用户名 username of the account */
            username: string | null;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Ping: {
            /** @description 说明 a greeting */
            note: string;
            /**
             * Format: uuid
             * @description 订阅标识 id of the subscription
             */
            subscription: string;
        };
        PingResult: {
            /** @description 是否收到 2xx whether the endpoint answered 2xx */
            delivered: boolean;
            /** @description 失败原因：状态码、超时、连接、域名、证书、地址不允许 why it failed: the status, a timeout, the connection, the name, the certificate, an address not allowed */
            error: ("status" | "timeout" | "connection" | "dns" | "tls" | "address_refused") | null;
            /**
             * Format: uuid
             * @description 事件标识，即 webhook-id id of the event, its webhook-id
             */
            event: string;
            /** @description 用时（毫秒） how long it took */
            milliseconds: number;
            /** @description 对方答复的 HTTP 状态 HTTP status of the answer; null without one */
            status: number | null;
        };
        Post: {
            /** @description 本人或被监护人 the persons a pupil or guardian may read about */
            about: string[];
            /** @description 是否已结束 whether it has ended */
            ended: boolean;
            /**
             * Format: uuid
             * @description 岗位标识 id of the post
             */
            id: string;
            /**
             * Format: uuid
             * @description 岗位所在组织 organisation of the post
             */
            organisation: string;
            /** @description 岗位所在组织名称 its name */
            organisationName: string;
            /**
             * Format: uuid
             * @description 人员标识 id of the person
             */
            person: string;
            /**
             * @description 角色 role of the post
             * @enum {string}
             */
            role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
            /**
             * Format: date
             * @description 起始日期 first day
             */
            since: string;
            /** @description 结束日期 last day, when set */
            until: string | null;
            /** @description 版本 version */
            version: number;
        };
        /** @description 问题说明（RFC 9457）。其余成员是该代码的事实。 A refusal in words; further members are the facts of its code. */
        Problem: {
            /** @description 代码，程序据此判断 stable code for programs */
            code: string;
            /** @description 详情 the sentence with the facts of this occurrence */
            detail?: string;
            /** @description 输入错误（`input.invalid`） complaints about the input, one for each field */
            errors?: components["schemas"]["InputFault"][];
            /**
             * Format: uri
             * @description 跟踪号，报障时请提供 trace id to quote when asking for help
             */
            instance: string;
            /** @description HTTP 状态 HTTP status */
            status: number;
            /** @description 概述 the sentence without the facts of this occurrence */
            title: string;
            /**
             * Format: uri-reference
             * @description 说明页 page that explains the code
             */
            type: string;
        };
        PublicNotice: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /** @description 活动名称 name of the activity */
            activityName: string;
            /** @description 公示单位名称 name of the authority */
            authority: string;
            /**
             * Format: date-time
             * @description 公示截止 ends
             */
            closes: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 公示名单 results */
            lines: components["schemas"]["NoticeLine"][];
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: "finalise"[];
            /**
             * Format: date-time
             * @description 公示开始 begins
             */
            opens: string;
            /**
             * Format: uuid
             * @description 公示单位 authority that gives notice
             */
            organisation: string;
            /**
             * @description 状态：公示中或已认定 in notice, or recognised
             * @enum {string}
             */
            status: "open" | "finalised";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        PublicNoticeFact: {
            /**
             * Format: uuid
             * @description 活动 activity
             */
            activity: string;
            /** @description 活动名称 name of the activity */
            activityName: string;
            /** @description 公示单位名称 name of the authority */
            authority: string;
            /**
             * Format: date-time
             * @description 公示截止 ends
             */
            closes: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 公示名单 results */
            lines: components["schemas"]["NoticeLine"][];
            /**
             * Format: date-time
             * @description 公示开始 begins
             */
            opens: string;
            /**
             * Format: uuid
             * @description 公示单位 authority that gives notice
             */
            organisation: string;
            /**
             * @description 状态：公示中或已认定 in notice, or recognised
             * @enum {string}
             */
            status: "open" | "finalised";
        };
        Quota: {
            /** @description 组别 group */
            group: string;
            /** @description 名额 how many entries each organisation of that tier may recommend */
            quota: number;
            /**
             * @description 层级 tier that recommends
             * @enum {string}
             */
            tier: "school" | "county" | "city" | "province";
        };
        QuotaInput: {
            /** @description 组别 group */
            group: string;
            /** @description 名额 how many entries each organisation of that tier may recommend */
            quota: number;
            /**
             * @description 层级 tier that recommends
             * @enum {string}
             */
            tier: "school" | "county" | "city" | "province";
        };
        Redelivery: {
            /** @description 从该位置之后 after this position */
            after: number;
            /** @description 只含死信 dead letters only */
            deadOnly: boolean;
            /**
             * Format: uuid
             * @description 重新投递标识 id
             */
            id: string;
            /** @description 至该位置为止 up to and with this position */
            until: number;
        };
        RegisteredApp: {
            /** @description 退出通知地址 where it hears of sign-outs */
            backchannelLogoutUri: string | null;
            /** @description 应用标识 OAuth client id */
            clientId: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 平台自带 part of the platform itself */
            firstParty: boolean;
            /** @description 授权方式 OAuth grants */
            grants: ("authorization_code" | "refresh_token" | "client_credentials" | "urn:ietf:params:oauth:grant-type:device_code")[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 公钥 public keys of an app that signs instead of sending a secret */
            jwks: {
                /** @description 公钥列表 public keys, at most 10 */
                keys: {
                    /** @description 算法 algorithm */
                    alg?: string;
                    /** @description 曲线 curve */
                    crv?: string;
                    /** @description 指数 exponent */
                    e?: string;
                    /** @description 密钥标识 id of the key */
                    kid?: string;
                    /**
                     * @description 密钥种类 kind of key
                     * @enum {string}
                     */
                    kty: "RSA" | "EC" | "OKP";
                    /** @description 模数 modulus */
                    n?: string;
                    /**
                     * @description 用途 use
                     * @constant
                     */
                    use?: "sig";
                    /** @description 坐标 x */
                    x?: string;
                    /** @description 坐标 y */
                    y?: string;
                }[];
            } | null;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("suspend" | "resume")[];
            /** @description 应用名称 name */
            name: string;
            /**
             * Format: uuid
             * @description 提供单位 the vendor or bureau that provides it
             */
            organisation: string;
            /** @description 退出后地址 post-logout redirect URIs */
            postLogoutRedirectUris: string[];
            /**
             * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
             * @enum {string}
             */
            profile: "statistics" | "roster" | "teaching";
            /** @description 无密钥的公开客户端 a public client without a secret */
            public: boolean;
            /** @description 回调地址 redirect URIs */
            redirectUris: string[];
            /** @description 可申请的范围 scopes it may be given */
            scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
            /**
             * @description 状态：使用中、暂停 state
             * @enum {string}
             */
            state: "active" | "suspended";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        RegisteredPerson: {
            /** @description 出生年月，如 2015-03 month of birth */
            birthMonth: string | null;
            /** @description 是否已注销 whether the record is closed */
            closed: boolean;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 曾用号码，应用不可见 numbers carried before; not told to apps */
            formerNumbers: components["schemas"]["FormerNumber"][];
            /** @description 性别码 gender */
            gender: ("0" | "1" | "2" | "9") | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 证件号码，脱敏 identity number, masked */
            idNumber: string | null;
            /** @description 身份证件类型码 kind of identity document */
            idType: ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "A" | "B" | "Z") | null;
            /** @description 姓名是否脱敏 whether the name is masked */
            masked: boolean;
            /** @description 姓名，默认脱敏为「张*」 name; masked unless the caller may read it */
            name: string;
            /** @description 一次性初始密码，只显示一次 one-time password, shown once */
            oneTimePassword: string | null;
            /**
             * Format: uuid
             * @description 所属组织 the organisation that keeps the person’s record
             */
            organisation: string;
            /** @description 手机号码，脱敏 phone, masked */
            phone: string | null;
            /** @description 岗位 posts within the caller’s reach */
            posts: components["schemas"]["Post"][];
            /** @description 学籍号，默认脱敏 pupil number; masked unless the caller may read it */
            pupilNumber: string | null;
            /** @description 各字段的来源 where each field comes from */
            sources: components["schemas"]["FieldSource"][];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 用户名 username of the account */
            username: string | null;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        ReportingClock: {
            /** @description 报送渠道 way in which it was reported */
            channel: string | null;
            /**
             * Format: date-time
             * @description 截止时间 until when
             */
            dueAt: string;
            /** @description 完成时间 when it was met */
            metAt: string | null;
            /** @description 名称 name */
            name: {
                /** @description 英文 English */
                en: string;
                /** @description 中文 Chinese */
                zh: string;
            };
            /** @description 报告对象 to whom */
            recipient: {
                /** @description 英文 English */
                en: string;
                /** @description 中文 Chinese */
                zh: string;
            };
            /** @description 回执编号 reference of the receipt */
            reference: string | null;
            /** @description 规则 the rule it follows */
            rule: string;
            /**
             * Format: date-time
             * @description 起算时间 when it began to run
             */
            startsAt: string;
            /**
             * @description 情况：计时中、将到期、已超时、按时、超时完成 how it stands
             * @enum {string}
             */
            state: "running" | "warning" | "overdue" | "met" | "metLate";
            /**
             * Format: date-time
             * @description 预警时间 when it warns
             */
            warnAt: string;
        };
        Resource: {
            /** @description 作者 the person who registered it */
            author: string | null;
            /** @description 章节 chapter */
            chapter: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 简介 description */
            description: string | null;
            /** @description 教材版本 textbook edition */
            edition: string | null;
            /** @description 适用年级 grades it is for */
            grades: number[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 关键词 keywords */
            keywords: string[];
            /** @description 知识点 knowledge points */
            knowledgePoints: string[];
            /** @description 语种 language (BCP 47) */
            language: string;
            /** @description 最近审核结果 outcome of the last review */
            lastDecision: ("returned" | "rejected" | "published") | null;
            /** @description 最近审核意见 what the reviewer, or who withdrew it, said last */
            lastReason: string | null;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("submit" | "return" | "reject" | "publish" | "withdraw")[];
            /**
             * Format: uuid
             * @description 所属组织 organisation it belongs to
             */
            organisation: string;
            /** @description 发布时间 when it was published */
            publishedAt: string | null;
            /** @description 送审次数 how often it has been submitted */
            round: number;
            /**
             * @description 学段 stage
             * @enum {string}
             */
            stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "draft" | "submitted" | "returned" | "published" | "rejected" | "withdrawn";
            /**
             * @description 学科 subject
             * @enum {string}
             */
            subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
            /** @description 标题 title */
            title: string;
            /**
             * @description 资源类型 type of resource
             * @enum {string}
             */
            type: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 应用说明 how it is used */
            usage: {
                /** @description 典型案例 model case */
                example: string | null;
                /** @description 使用方法 how to use it */
                method: string | null;
                /** @description 应用场景 where it fits */
                scene: string | null;
            };
            /** @description 版本 version, also the ETag */
            version: number;
            /** @description 册次 volume */
            volume: string | null;
        };
        ResourceChanges: {
            /** @description 改动 changes */
            changes: {
                /**
                 * @description 字段 field
                 * @enum {string}
                 */
                field: "title" | "type" | "stage" | "subject" | "grades" | "edition" | "volume" | "chapter" | "knowledgePoints" | "description" | "keywords" | "language" | "usage.method" | "usage.scene" | "usage.example";
                /** @description 字段名 name of the field */
                name: {
                    /** @description 英文名 English name */
                    en: string;
                    /** @description 中文名 Chinese name */
                    zh: string;
                };
                /** @description 现在 now */
                new: string | (string | number)[] | null;
                /** @description 退回时 when it was returned */
                old: string | (string | number)[] | null;
            }[];
            /** @description 退回理由 why it was returned */
            reason: string | null;
            /** @description 退回时间 when it was returned */
            returnedAt: string | null;
            /** @description 被退回的送审次数 the round that was returned; null if none was */
            round: number | null;
        };
        ResourceContent: {
            /** @description 章节 chapter */
            chapter: string | null;
            /** @description 简介 description */
            description: string | null;
            /** @description 教材版本 textbook edition */
            edition: string | null;
            /** @description 适用年级 grades it is for */
            grades: number[];
            /** @description 关键词 keywords */
            keywords: string[];
            /** @description 知识点 knowledge points */
            knowledgePoints: string[];
            /** @description 语种 language (BCP 47) */
            language: string;
            /**
             * @description 学段 stage
             * @enum {string}
             */
            stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
            /**
             * @description 学科 subject
             * @enum {string}
             */
            subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
            /** @description 标题 title */
            title: string;
            /**
             * @description 资源类型 type of resource
             * @enum {string}
             */
            type: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
            /** @description 应用说明 how it is used */
            usage: {
                /** @description 典型案例 model case */
                example: string | null;
                /** @description 使用方法 how to use it */
                method: string | null;
                /** @description 应用场景 where it fits */
                scene: string | null;
            };
            /** @description 册次 volume */
            volume: string | null;
        };
        ResourceFact: {
            /** @description 章节 chapter */
            chapter: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 简介 description */
            description: string | null;
            /** @description 教材版本 textbook edition */
            edition: string | null;
            /** @description 适用年级 grades it is for */
            grades: number[];
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 关键词 keywords */
            keywords: string[];
            /** @description 知识点 knowledge points */
            knowledgePoints: string[];
            /** @description 语种 language (BCP 47) */
            language: string;
            /**
             * Format: uuid
             * @description 所属组织 organisation it belongs to
             */
            organisation: string;
            /** @description 发布时间 when it was published */
            publishedAt: string | null;
            /** @description 送审次数 how often it has been submitted */
            round: number;
            /**
             * @description 学段 stage
             * @enum {string}
             */
            stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
            /**
             * @description 状态 state in the life cycle
             * @enum {string}
             */
            status: "draft" | "submitted" | "returned" | "published" | "rejected" | "withdrawn";
            /**
             * @description 学科 subject
             * @enum {string}
             */
            subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
            /** @description 标题 title */
            title: string;
            /**
             * @description 资源类型 type of resource
             * @enum {string}
             */
            type: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 应用说明 how it is used */
            usage: {
                /** @description 典型案例 model case */
                example: string | null;
                /** @description 使用方法 how to use it */
                method: string | null;
                /** @description 应用场景 where it fits */
                scene: string | null;
            };
            /** @description 版本 version, also the ETag */
            version: number;
            /** @description 册次 volume */
            volume: string | null;
        };
        ResourceSubmission: {
            /** @description 送审内容 what was submitted */
            content: components["schemas"]["ResourceContent"];
            /** @description 审核时间 when it was decided */
            decidedAt: string | null;
            /** @description 审核结果 outcome; null while it waits */
            decision: ("returned" | "rejected" | "published") | null;
            /** @description 审核意见 what the reviewer said */
            reason: string | null;
            /** @description 第几次送审 number of the round */
            round: number;
            /**
             * Format: date-time
             * @description 送审时间 when it was submitted
             */
            submittedAt: string;
        };
        ReturnReason: {
            /** @description 指标代码 code of the indicator */
            field: string;
            /** @description 退回原因 why it is returned */
            reason: string;
        };
        ReturnReasonInput: {
            /** @description 指标代码 code of the indicator */
            field: string;
            /** @description 退回原因 why it is returned */
            reason: string;
        };
        ReviewStep: {
            /**
             * Format: date-time
             * @description 时间 when
             */
            at: string;
            /**
             * @description 动作 what was done
             * @enum {string}
             */
            decision: "submitted" | "returned" | "approved";
            /**
             * Format: uuid
             * @description 标识 id
             */
            id: string;
            /**
             * @description 层级 level
             * @enum {string}
             */
            level: "school" | "county" | "city" | "province";
            /** @description 意见 note */
            note: string | null;
            /**
             * Format: uuid
             * @description 经办单位 organisation that acted
             */
            organisation: string;
            /** @description 逐项原因 reasons, field by field */
            reasons: components["schemas"]["ReturnReason"][];
            /** @description 经办身份 role that acted */
            role: string;
            /** @description 轮次 round */
            round: number;
            /** @description 当时的值 the values as they then were */
            values: {
                [key: string]: number | string | null;
            };
        };
        ReviewTrail: {
            /** @description 流转记录，从早到晚 steps, oldest first */
            items: components["schemas"]["ReviewStep"][];
        };
        RollUp: {
            /**
             * Format: date-time
             * @description 截至 as of
             */
            asOf: string;
            /** @description 分县区 by reviewing organisation */
            lines: components["schemas"]["RollUpLine"][];
            /**
             * Format: uuid
             * @description 汇总范围：该组织及其下级 scope: this organisation and what lies below it
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 填报期 period
             */
            period: string;
            /** @description 总计 total */
            total: {
                /** @description 审核通过 approved */
                approved: number;
                /** @description 应报单位数 units that should report */
                expected: number;
                /** @description 已审核通过数据的合计 figures over the approved submissions */
                figures: components["schemas"]["RollUpFigure"][];
                /** @description 已开始填报的单位数 units that have begun, whatever the state */
                filled: number;
                /** @description 未填报 units that have not begun */
                missing: number;
                /** @description 已退回修改 returned */
                returned: number;
                /** @description 待审核 submitted and waiting for review */
                waiting: number;
            };
        };
        RollUpFigure: {
            /** @description 指标代码 code of the indicator */
            indicator: string;
            /** @description 合计 sum over the approved submissions */
            total: number;
            /** @description 填报该指标的单位数 how many units gave it */
            units: number;
        };
        RollUpLine: {
            /** @description 审核通过 approved */
            approved: number;
            /** @description 应报单位数 units that should report */
            expected: number;
            /** @description 已审核通过数据的合计 figures over the approved submissions */
            figures: components["schemas"]["RollUpFigure"][];
            /** @description 已开始填报的单位数 units that have begun, whatever the state */
            filled: number;
            /** @description 未填报 units that have not begun */
            missing: number;
            /** @description 单位名称 name */
            name: string;
            /**
             * Format: uuid
             * @description 审核单位：县区，或直属学校所在的市 reviewing organisation: a county, or the city for the schools directly under it
             */
            organisation: string;
            /** @description 已退回修改 returned */
            returned: number;
            /** @description 待审核 submitted and waiting for review */
            waiting: number;
        };
        RosterResult: {
            /** @description 新增、变更与结束合计 everything added, changed or ended */
            changed: number;
            /** @description 班级 classes */
            classes: {
                /** @description 新增 added */
                added: number;
                /** @description 变更 changed */
                changed: number;
                /** @description 结束 ended */
                ended: number;
                /** @description 未变 unchanged */
                unchanged: number;
            };
            /** @description 在班记录 enrolments */
            enrolments: {
                /** @description 新增 added */
                added: number;
                /** @description 变更 changed */
                changed: number;
                /** @description 结束 ended */
                ended: number;
                /** @description 未变 unchanged */
                unchanged: number;
            };
            /** @description 出错行数 rows that did not go in */
            errorCount: number;
            /** @description 出错的行，至多列 500 条 rows that did not go in, the first 500 */
            errors: components["schemas"]["RowError"][];
            /** @description 人员 people */
            people: {
                /** @description 新增 added */
                added: number;
                /** @description 变更 changed */
                changed: number;
                /** @description 结束 ended */
                ended: number;
                /** @description 未变 unchanged */
                unchanged: number;
            };
            /** @description 岗位 posts */
            posts: {
                /** @description 新增 added */
                added: number;
                /** @description 变更 changed */
                changed: number;
                /** @description 结束 ended */
                ended: number;
                /** @description 未变 unchanged */
                unchanged: number;
            };
            /** @description 未读取的文件 files that were sent and not read */
            unread: string[];
        };
        RotatedSecret: {
            /**
             * Format: uuid
             * @description 订阅标识 id of the subscription
             */
            id: string;
            /**
             * Format: date-time
             * @description 此前新旧密钥同时签名 until then deliveries carry a signature by each of both secrets
             */
            previousUntil: string;
            /** @description 签名密钥 whsec_…，只显示一次 signing secret as in Standard Webhooks, shown once */
            secret: string;
        };
        RowError: {
            /** @description 错误代码 code */
            code: string;
            /** @description 字段 field */
            field: string;
            /** @description 文件 file */
            file: string;
            /** @description 行号，表头为第 1 行 line; the header is line 1 */
            line: number;
            /** @description 原因，不含个人信息 reason, without personal data */
            reason: string;
        };
        SchoolClass: {
            /** @description 课程 course */
            course: string | null;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 是否已结束 whether it has ended */
            ended: boolean;
            /** @description 年级 grade */
            grade: string | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * Format: uuid
             * @description 学校标识 id of the school
             */
            organisation: string;
            /** @description 学期 term */
            term: string | null;
            /** @description 班级名称 title */
            title: string;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        ScopeChange: {
            /**
             * Format: uuid
             * @description 离开或进入的组织（含下级） the organisation that left or joined, with all below it
             */
            organisation: string;
            /** @description 快照地址 where to read what joined; null when it left */
            snapshot: string | null;
        };
        Selection: {
            /** @description 是否有效 whether it holds */
            active: boolean;
            /**
             * Format: uuid
             * @description 应用记录标识 id of the app
             */
            app: string;
            /** @description 应用标识 OAuth client id */
            client: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: "end"[];
            /**
             * Format: uuid
             * @description 选用组织，含其下级 the organisation that selected it, with all below
             */
            organisation: string;
            /**
             * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
             * @enum {string}
             */
            profile: "statistics" | "roster" | "teaching";
            /** @description 授权范围 scopes given */
            scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
            /** @description 有效期至 until when */
            until: string | null;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 版本 version, also the ETag */
            version: number;
        };
        Snapshot: {
            /** @description 读完快照后继续读取变更的游标 cursor for `changes` once the snapshot is read */
            changes: string;
            /** @description 各对象的最后一次变更 the last change of each entity */
            items: components["schemas"]["Change"][];
            /** @description 快照的下一页 next page of the snapshot; absent on the last */
            next?: string;
        };
        Submission: {
            /** @description 与上一轮的差异 what differs from the round before */
            changes: components["schemas"]["Difference"][];
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 最近审核时间 when it was last decided */
            decidedAt: string | null;
            /**
             * Format: uuid
             * @description 代填时为实际填报单位 organisation that filled it in; another one when filled in on behalf
             */
            filledBy: string;
            /**
             * Format: uuid
             * @description 表单 form
             */
            form: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 审核层级 level of the review */
            level: ("county" | "city" | "province") | null;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("fillIn" | "revise" | "submit" | "return" | "approve")[];
            /** @description 上次审核的总体意见 note of the last review */
            note: string | null;
            /**
             * Format: uuid
             * @description 填报单位 organisation it is about
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 填报期 period
             */
            period: string;
            /** @description 上次退回的逐项原因 reasons of the last return */
            reasons: components["schemas"]["ReturnReason"][];
            /** @description 审核单位（隶属的上级），提交前为空 reviewing organisation, the authority above by 隶属; null before the first submit */
            reviewer: string | null;
            /** @description 轮次，每次退回后加一 round; one more after each return */
            round: number;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "draft" | "submitted" | "returned" | "approved";
            /** @description 最近提交时间 when it was last submitted */
            submittedAt: string | null;
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 各指标的值 values by indicator code */
            values: {
                [key: string]: number | string | null;
            };
            /** @description 版本 version, also the ETag */
            version: number;
        };
        SubmissionFact: {
            /** @description 最近审核时间 when it was last decided */
            decidedAt: string | null;
            /**
             * Format: uuid
             * @description 代填时为实际填报单位 organisation that filled it in; another one when filled in on behalf
             */
            filledBy: string;
            /**
             * Format: uuid
             * @description 表单 form
             */
            form: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 审核层级 level of the review */
            level: ("county" | "city" | "province") | null;
            /**
             * Format: uuid
             * @description 填报单位 organisation it is about
             */
            organisation: string;
            /**
             * Format: uuid
             * @description 填报期 period
             */
            period: string;
            /** @description 审核单位（隶属的上级），提交前为空 reviewing organisation, the authority above by 隶属; null before the first submit */
            reviewer: string | null;
            /** @description 轮次，每次退回后加一 round; one more after each return */
            round: number;
            /**
             * @description 状态 state
             * @enum {string}
             */
            status: "draft" | "submitted" | "returned" | "approved";
            /** @description 最近提交时间 when it was last submitted */
            submittedAt: string | null;
            /** @description 各指标的值 values by indicator code */
            values: {
                [key: string]: number | string | null;
            };
        };
        Subscription: {
            /** @description 只含该组织及其下级；空为全部可见组织 only this organisation and what lies below; null for all it may see */
            below: string | null;
            /** @description 应用标识 OAuth client id of the app that listens */
            client: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 连续失败开始时间 since when every attempt failed; null while all is well */
            failingSince: string | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("pause" | "resume")[];
            /** @description 下次尝试时间 when the next attempt is made; null while nothing waits for one */
            nextAttemptAt: string | null;
            /** @description 备注 note */
            note: string | null;
            /**
             * Format: uuid
             * @description 提供单位 the vendor or bureau that provides the app
             */
            organisation: string;
            /** @description 已处理到的变更流位置 position of the feed it has dealt with */
            position: number;
            /**
             * @description 状态：使用中、暂停、停用（对方答复 410） state; disabled once the endpoint answered 410
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            /** @description 订阅的事实类型 types of fact it hears */
            types: string[];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 接收地址 where deliveries go */
            url: string;
            /** @description 版本 version, also the ETag */
            version: number;
            /** @description 其后的变更流条数，含不匹配者 positions of the feed behind that, also those that do not match */
            waiting: number;
        };
        SubscriptionWithSecret: {
            /** @description 只含该组织及其下级；空为全部可见组织 only this organisation and what lies below; null for all it may see */
            below: string | null;
            /** @description 应用标识 OAuth client id of the app that listens */
            client: string;
            /**
             * Format: date-time
             * @description 创建时间 when it was created
             */
            createdAt: string;
            /** @description 连续失败开始时间 since when every attempt failed; null while all is well */
            failingSince: string | null;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /** @description 当前可执行的操作 moves the caller may make now */
            moves: ("pause" | "resume")[];
            /** @description 下次尝试时间 when the next attempt is made; null while nothing waits for one */
            nextAttemptAt: string | null;
            /** @description 备注 note */
            note: string | null;
            /**
             * Format: uuid
             * @description 提供单位 the vendor or bureau that provides the app
             */
            organisation: string;
            /** @description 已处理到的变更流位置 position of the feed it has dealt with */
            position: number;
            /** @description 签名密钥 whsec_…，只显示一次 signing secret as in Standard Webhooks, shown once */
            secret: string;
            /**
             * @description 状态：使用中、暂停、停用（对方答复 410） state; disabled once the endpoint answered 410
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            /** @description 订阅的事实类型 types of fact it hears */
            types: string[];
            /**
             * Format: date-time
             * @description 更新时间 when it last changed
             */
            updatedAt: string;
            /** @description 接收地址 where deliveries go */
            url: string;
            /** @description 版本 version, also the ETag */
            version: number;
            /** @description 其后的变更流条数，含不匹配者 positions of the feed behind that, also those that do not match */
            waiting: number;
        };
        Supplement: {
            /**
             * Format: date-time
             * @description 补报时间 when it was added
             */
            at: string;
            /**
             * Format: uuid
             * @description 标识 id (UUIDv7)
             */
            id: string;
            /**
             * @description 补报内容 what it is about
             * @enum {string}
             */
            item: "progress" | "impact" | "measures" | "cause" | "trend" | "clues" | "help" | "evidence" | "other";
            /**
             * Format: uuid
             * @description 补报单位 organisation that added it
             */
            organisation: string;
            /** @description 内容 text */
            text: string;
        };
    };
    responses: {
        /**
         * @description - `request.malformed` 请求格式有误 The request is malformed
         *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
         *     - `input.invalid` 输入有误 The input is invalid
         */
        Refused400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed` 请求格式有误 The request is malformed
         *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
         *     - `input.invalid` 输入有误 The input is invalid
         *     - `cursor.invalid` 游标无效 The cursor is not valid here
         */
        "Refused400-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed` 请求格式有误 The request is malformed
         *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
         */
        "Refused400-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed` 请求格式有误 The request is malformed
         *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
         *     - `input.invalid` 输入有误 The input is invalid
         *     - `cursor.invalid` 游标无效 The cursor is not valid here
         *     - `organisation.required` 请用 Acting-Organisation 指明组织 Name the organisation in Acting-Organisation
         */
        "Refused400-4": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `request.malformed` 请求格式有误 The request is malformed
         *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
         *     - `input.invalid` 输入有误 The input is invalid
         *     - `organisation.required` 请用 Acting-Organisation 指明组织 Name the organisation in Acting-Organisation
         */
        "Refused400-5": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `token.missing` 请先登录 Sign in first
         *     - `token.invalid` 登录凭证无效 The access token is not valid
         *     - `token.expired` 登录凭证已过期 The access token has expired
         *     - `token.revoked` 登录凭证已被撤销 The access token has been revoked
         */
        Refused401: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `token.invalid` 登录凭证无效 The access token is not valid
         *     - `token.expired` 登录凭证已过期 The access token has expired
         *     - `token.revoked` 登录凭证已被撤销 The access token has been revoked
         */
        "Refused401-2": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
         *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
         */
        Refused403: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `not_found` 找不到 Not found */
        Refused404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `answer.not_acceptable` 无法以所要求的格式提供 Not available in the media type asked for */
        Refused406: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
         *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
         */
        Refused409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again */
        "Refused409-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `id.taken` 该标识已被使用 This id is taken
         *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
         *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
         */
        "Refused409-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `version.changed` 内容已被他人修改，请刷新 It has changed since you read it */
        Refused412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `answer.too_large` 结果过大，请缩小范围 The answer is too large; narrow the question */
        Refused413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `input.too_large` 请求内容过大 The request is too large
         *     - `answer.too_large` 结果过大，请缩小范围 The answer is too large; narrow the question
         */
        "Refused413-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `input.too_large` 请求内容过大 The request is too large */
        "Refused413-3": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `input.media_type` 不支持的内容类型 This media type is not supported */
        Refused415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content */
        Refused422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `version.required` 请用 If-Match 指明版本 Say which version you saw (If-Match) */
        Refused428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `rate.limited` 请求过于频繁 Too many requests */
        Refused429: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `accident` 系统出错，请稍后再试 Something went wrong on our side; try again later */
        Refused500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `service.unavailable` 服务暂不可用 The service is not available */
        Refused503: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `service.unavailable` 服务暂不可用 The service is not available
         *     - `revocation.unknown` 暂时无法核实权限，请稍后再试 Rights cannot be checked just now; try again shortly
         */
        "Refused503-2": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `timed_out` 等待超时 Timed out */
        Refused504: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `outcome.unknown` 等待超时，结果未知 Timed out; the outcome is unknown */
        "Refused504-2": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 说明文字的语言 language of sentences meant for people */
        AcceptLanguage: string;
        /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
        ActingOrganisation: string;
        /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
        IdempotencyKey: string;
        /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
        IfMatch: string;
        /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /** @description 版本 version of the item */
        ETag: string;
        /** @description 下一页 address of the next page, `rel="next"`; absent on the last */
        Link: string;
        /** @description 新对象的地址 where the created item is */
        Location: string;
        /** @description 剩余次数与重置秒数 calls left (r) and seconds until reset (t) */
        RateLimit: string;
        /** @description 次数与时窗 calls (q) in a window of seconds (w) */
        "RateLimit-Policy": string;
        /** @description 几秒后再试 seconds after which to try again */
        "Retry-After": number;
        /** @description 为何凭证不够 why the token was not enough (RFC 6750) */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "activities.activities": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只列该状态的 only those in this state */
                status?: "draft" | "open" | "closed";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Activity"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.prepareActivity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description 组织单位 organiser
                     */
                    organisation: string;
                    /** @description 活动设置 its settings */
                    settings: components["schemas"]["ActivitySettings"];
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.activity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.changeActivity": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 活动设置 its settings */
                    settings: components["schemas"]["ActivitySettings"];
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.closeActivity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.enterWork": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 指导教师的人员标识 person ids of the advising teachers
                     * @default []
                     */
                    advisers?: string[];
                    /** @description 作品类别 category, by code */
                    category: string;
                    /** @description 作品说明，不写姓名和校名 description, without names of people or schools */
                    description?: string;
                    /** @description 组别 group, by code */
                    group: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description 报送学校 school that enters it
                     */
                    organisation: string;
                    /**
                     * Format: uuid
                     * @description 作者（学生）的人员标识 person id of the pupil who made it
                     */
                    pupil: string;
                    /** @description 作品名称 title of the work */
                    title: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `activity.stage_not_open` 该阶段 {opens} 开始 This stage opens at {opens}
             *     - `activity.stage_closed` 该阶段已于 {closed} 截止 This stage closed at {closed}
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `entry.choice_unknown` 活动中没有这个组别或作品类别：{chosen} The activity has no such group or category: {chosen}
             *     - `entry.pupil_unknown` 该校没有这名学生 The school has no such pupil
             *     - `entry.adviser_unknown` 该校没有这名指导教师 The school has no such adviser
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.openActivity": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.announceResults": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 活动标识 id of the activity */
                activityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 拟获奖作品 entries and the awards they are to receive */
                    awards: {
                        /** @description 奖项 award, by code */
                        award: string;
                        /**
                         * Format: uuid
                         * @description 作品 entry
                         */
                        entry: string;
                    }[];
                    /**
                     * Format: date-time
                     * @description 公示截止，缺省按活动的公示天数 when it ends; by the activity’s days unless said
                     */
                    closes?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNotice"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `activity.not_found` 找不到该活动 There is no such activity
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `notice.entries_unready` 有 {count} 件作品尚未完成评审 {count} entries have not been evaluated
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `notice.award_unknown` 活动没有这些奖项：{awards} The activity has no such awards: {awards}
             *     - `notice.too_short` 公示截止时间应晚于现在 A public notice must end later than now
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.activityTemplates": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 模板 templates */
                        items: components["schemas"]["ActivityTemplate"][];
                    };
                };
            };
            400: components["responses"]["Refused400-3"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.offeredApps": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 名称片段 a piece of the name */
                name?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["OfferedApp"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.apps": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 提供单位 provider */
                organisation?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["RegisteredApp"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.registerApp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 退出通知地址 where it hears of sign-outs
                     * @default null
                     */
                    backchannelLogoutUri?: string | null;
                    /** @description 授权方式 OAuth grants */
                    grants: ("authorization_code" | "refresh_token" | "client_credentials" | "urn:ietf:params:oauth:grant-type:device_code")[];
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 公钥，用签名代替密钥时提供 public keys of an app that signs instead of sending a secret
                     * @default null
                     */
                    jwks?: {
                        /** @description 公钥列表 public keys, at most 10 */
                        keys: {
                            /** @description 算法 algorithm */
                            alg?: string;
                            /** @description 曲线 curve */
                            crv?: string;
                            /** @description 指数 exponent */
                            e?: string;
                            /** @description 密钥标识 id of the key */
                            kid?: string;
                            /**
                             * @description 密钥种类 kind of key
                             * @enum {string}
                             */
                            kty: "RSA" | "EC" | "OKP";
                            /** @description 模数 modulus */
                            n?: string;
                            /**
                             * @description 用途 use
                             * @constant
                             */
                            use?: "sig";
                            /** @description 坐标 x */
                            x?: string;
                            /** @description 坐标 y */
                            y?: string;
                        }[];
                    } | null;
                    /** @description 应用名称 name */
                    name: string;
                    /**
                     * Format: uuid
                     * @description 提供单位 the vendor or bureau that provides it
                     */
                    organisation: string;
                    /**
                     * @description 退出后地址 post-logout redirect URIs
                     * @default []
                     */
                    postLogoutRedirectUris?: string[];
                    /**
                     * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
                     * @enum {string}
                     */
                    profile?: "statistics" | "roster" | "teaching";
                    /**
                     * @description 无密钥的公开客户端 a public client without a secret
                     * @default false
                     */
                    public?: boolean;
                    /**
                     * @description 回调地址 redirect URIs
                     * @default []
                     */
                    redirectUris?: string[];
                    /** @description 可申请的范围 scopes it may be given */
                    scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppWithSecret"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `organisation.unknown` 找不到该组织 No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `app.misplaced` 应用须由企业或教育行政部门提供 An app is provided by a vendor or an authority
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `app.redirect_invalid` 回调地址须为 https 或本机地址：{uri} A redirect URI must be https or loopback: {uri}
             *     - `app.incomplete` 还缺 {missing} Missing: {missing}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.app": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 应用记录标识 id of the app */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredApp"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.changeApp": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 应用记录标识 id of the app */
                appId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 退出通知地址 where it hears of sign-outs */
                    backchannelLogoutUri?: string | null;
                    /** @description 授权方式 OAuth grants */
                    grants?: ("authorization_code" | "refresh_token" | "client_credentials" | "urn:ietf:params:oauth:grant-type:device_code")[];
                    /** @description 公钥，用签名代替密钥时提供 public keys of an app that signs instead of sending a secret */
                    jwks?: {
                        /** @description 公钥列表 public keys, at most 10 */
                        keys: {
                            /** @description 算法 algorithm */
                            alg?: string;
                            /** @description 曲线 curve */
                            crv?: string;
                            /** @description 指数 exponent */
                            e?: string;
                            /** @description 密钥标识 id of the key */
                            kid?: string;
                            /**
                             * @description 密钥种类 kind of key
                             * @enum {string}
                             */
                            kty: "RSA" | "EC" | "OKP";
                            /** @description 模数 modulus */
                            n?: string;
                            /**
                             * @description 用途 use
                             * @constant
                             */
                            use?: "sig";
                            /** @description 坐标 x */
                            x?: string;
                            /** @description 坐标 y */
                            y?: string;
                        }[];
                    } | null;
                    /** @description 应用名称 name */
                    name?: string;
                    /** @description 退出后地址 post-logout redirect URIs */
                    postLogoutRedirectUris?: string[];
                    /**
                     * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
                     * @enum {string}
                     */
                    profile?: "statistics" | "roster" | "teaching";
                    /** @description 回调地址 redirect URIs */
                    redirectUris?: string[];
                    /** @description 可申请的范围 scopes it may be given */
                    scopes?: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredApp"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `app.redirect_invalid` 回调地址须为 https 或本机地址：{uri} A redirect URI must be https or loopback: {uri}
             *     - `app.incomplete` 还缺 {missing} Missing: {missing}
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.resumeApp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 应用记录标识 id of the app */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredApp"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.renewSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 应用记录标识 id of the app */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppWithSecret"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `app.public` 公开客户端没有密钥 A public client has no secret
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.suspendApp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 应用记录标识 id of the app */
                appId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredApp"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.sessions": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 专递课堂 delivered class */
                deliveredClass?: string;
                /** @description 从该日起 from this day on */
                from?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 接收端 receiver */
                receiver?: string;
                /** @description 状态 state in the life cycle */
                status?: "planned" | "running" | "held" | "cancelled" | "missed";
                /** @description 到该日止 up to this day */
                to?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["ClassSession"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "classrooms.session": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "classrooms.attendance": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["AttendanceEntry"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "classrooms.attend": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 发生时间，缺省为现在 when it happened; now unless given
                     */
                    at?: string;
                    /** @description 佐证 evidence */
                    evidence: {
                        /**
                         * @description 佐证类型：照片、截图、录像、设备记录、说明 kind of evidence
                         * @enum {string}
                         */
                        kind: "photo" | "screenshot" | "recording" | "device" | "statement";
                        /** @description 佐证内容：文件、编号或说明 file, number or words */
                        reference: string;
                    };
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 记录类型：签到、上线、下线 what happened
                     * @default signedIn
                     * @enum {string}
                     */
                    kind?: "signedIn" | "joined" | "left";
                    /**
                     * @description 应用定时查询所得 whether an app found it by polling
                     * @default false
                     */
                    polled?: boolean;
                    /** @description 到课学生数 pupils present */
                    pupils?: number;
                    /**
                     * Format: uuid
                     * @description 接收端，缺省为当前组织 receiver; the acting organisation unless given
                     */
                    receiver?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceEntry"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `attendance.not_a_receiver` 本单位不是该课次的接收端 Your unit is not a receiver of this session
             *     - `session.not_started` 课次尚未上课，不能签到 The session has not begun, so nobody can sign in
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `attendance.at_outside` 考勤时间应在上课期间、现在之前 Attendance is during the session and not in the future
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 原因 reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.end": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 下课时间，缺省为现在 when it ended; now unless given
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `session.to_come` 不能记录将来的时间 What is still to come cannot be recorded
             *     - `session.backwards` 下课时间应晚于上课时间 It ends after it began
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.makeUp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 补课下课时间 when it ends
                     */
                    endsAt: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * Format: date-time
                     * @description 补课上课时间 when it begins
                     */
                    startsAt: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `session.already_made_up` 该课次已安排补课 A make-up class is already arranged
             *     - `delivered_class.receiver_busy` 接收端在{at}已有其他课 A receiver already has another session at {at}
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `session.backwards` 下课时间应晚于上课时间 It ends after it began
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.miss": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 原因 reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `session.not_over` 课次尚未结束，不能记为缺课 It is not over yet, so it was not missed
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.start": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 课次标识 id of the session */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 上课时间，缺省为现在 when it began; now unless given
                     */
                    at?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSession"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `session.not_found` 找不到该课次 There is no such session
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `session.to_come` 不能记录将来的时间 What is still to come cannot be recorded
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.enrolments": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 在班身份 role in the class */
                role?: "pupil" | "teacher";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 班级标识 id of the class */
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Enrolment"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `class.unknown` 找不到该班级 No such class
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.dataSets": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["DataSet"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.defineDataSet": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 数据集代码 code of the data set, unique within the authority */
                    code: string;
                    /** @description 说明 description */
                    description?: string;
                    /**
                     * @description 填报单位类别，缺省为学校与中心学校 kinds of organisation that fill it in; schools and central schools unless said
                     * @default [
                     *       "school",
                     *       "centralSchool"
                     *     ]
                     */
                    filledBy?: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
                    /** @description 第一版表单 its first form */
                    form: components["schemas"]["FormContent"];
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /** @description 中文名 Chinese name */
                    name: string;
                    /** @description 英文名 English name */
                    nameEn: string;
                    /**
                     * Format: uuid
                     * @description 定义单位 authority that defines it
                     */
                    organisation: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSet"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `data_set.code_taken` 本单位已有代码为 {taken} 的数据集 This authority already has a data set {taken}
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.dataSet": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 数据集标识 id of the data set */
                dataSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSet"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `data_set.not_found` 找不到该数据集 There is no such data set
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.forms": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 数据集标识 id of the data set */
                dataSetId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Form"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            404: components["responses"]["Refused404"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.issueForm": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 数据集标识 id of the data set */
                dataSetId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormContent"];
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `data_set.not_found` 找不到该数据集 There is no such data set
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.deliveredClasses": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 主讲端 host */
                host?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["DeliveredClass"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "classrooms.plan": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 节假日与调休 days that depart from the week
                     * @default []
                     */
                    exceptions?: {
                        /**
                         * Format: date
                         * @description 日期 the day
                         */
                        day: string;
                        /** @description 原因 reason */
                        reason: string;
                        /** @description 按星期几上课；放假为 null which day’s timetable it runs; null: nothing is held */
                        runs: number | null;
                    }[];
                    /**
                     * Format: date
                     * @description 开始日期 first day
                     */
                    from: string;
                    /** @description 年级 grades */
                    grades: number[];
                    /**
                     * Format: uuid
                     * @description 主讲端，缺省为当前组织 host; the acting organisation unless given
                     */
                    host?: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /** @description 接收端（教学点、学校） receivers: teaching points and schools */
                    receivers: string[];
                    /** @description 每周课节 weekly times */
                    slots: {
                        /** @description 下课时间（北京时间） when it ends, 北京时间 */
                        end: string;
                        /** @description 上课时间（北京时间） when it begins, 北京时间 */
                        start: string;
                        /** @description 星期，1 为星期一 day of the week, 1 is Monday */
                        weekday: number;
                    }[];
                    /**
                     * @description 学段 stage
                     * @enum {string}
                     */
                    stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
                    /**
                     * @description 学科 subject
                     * @enum {string}
                     */
                    subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
                    /** @description 学期，如 2026-2027学年度第一学期 term */
                    term: string;
                    /**
                     * Format: date
                     * @description 结束日期 last day
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveredClass"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `delivered_class.receiver_busy` 接收端在{at}已有其他课 A receiver already has another session at {at}
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `delivered_class.backwards` 结束日期早于开始日期 Its last day is before its first
             *     - `delivered_class.term_too_long` 一次最多排{days}天 At most {days} days can be planned at once
             *     - `delivered_class.no_sessions` 按此安排一次课也没有 The plan holds not a single session
             *     - `delivered_class.too_many_sessions` 共{sessions}次课，最多{most}次 {sessions} sessions; at most {most} are possible
             *     - `delivered_class.host_unsuitable` 主讲端须为学校或中心学校 The host is a school or a central school
             *     - `delivered_class.receiver_unsuitable` 接收端须为本级或下级的教学点、学校，且不是主讲端 A receiver is a teaching point or school of yours, other than the host
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "classrooms.deliveredClass": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 专递课堂标识 id of the delivered class */
                deliveredClassId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveredClass"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `delivered_class.not_found` 找不到该专递课堂 There is no such delivered class
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "classrooms.figures": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 专递课堂标识 id of the delivered class */
                deliveredClassId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveredClassFigures"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `delivered_class.not_found` 找不到该专递课堂 There is no such delivered class
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.division": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 六位行政区划代码 division code, six digits */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Division"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-2"];
            /**
             * @description - `division.unknown` 没有这个行政区划代码 There is no such division code
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.entries": {
        parameters: {
            query?: {
                /** @description 只列该活动的 only those of this activity */
                activity?: string;
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 只列该组别的 only those of this group */
                group?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只列该状态的 only those in this state */
                status?: "entered" | "recommended" | "evaluated" | "announced" | "recognised" | "struck" | "withdrawn";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Entry"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.entry": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 作品标识 id of the entry */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `entry.not_found` 找不到该作品 There is no such entry
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.changeEntry": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 作品标识 id of the entry */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 指导教师的人员标识 person ids of the advising teachers
                     * @default []
                     */
                    advisers?: string[];
                    /** @description 作品类别 category, by code */
                    category: string;
                    /** @description 作品说明，不写姓名和校名 description, without names of people or schools */
                    description?: string;
                    /** @description 组别 group, by code */
                    group: string;
                    /**
                     * Format: uuid
                     * @description 作者（学生）的人员标识 person id of the pupil who made it
                     */
                    pupil: string;
                    /** @description 作品名称 title of the work */
                    title: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `entry.not_found` 找不到该作品 There is no such entry
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `activity.stage_not_open` 该阶段 {opens} 开始 This stage opens at {opens}
             *     - `activity.stage_closed` 该阶段已于 {closed} 截止 This stage closed at {closed}
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `entry.choice_unknown` 活动中没有这个组别或作品类别：{chosen} The activity has no such group or category: {chosen}
             *     - `entry.pupil_unknown` 该校没有这名学生 The school has no such pupil
             *     - `entry.adviser_unknown` 该校没有这名指导教师 The school has no such adviser
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.assignExpert": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 作品标识 id of the entry */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 专家的人员标识 person id of the expert
                     */
                    expert: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `entry.not_found` 找不到该作品 There is no such entry
             *     - `activity.not_found` 找不到该活动 There is no such activity
             *     - `expert.unknown` 找不到该专家 There is no such expert
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `entry.not_at_organiser` 作品尚未推荐到组织单位 The entry has not been recommended up to the organiser
             *     - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `expert.conflict` 专家与作品有利害关系，应当回避 The expert has a conflict of interest with this entry
             *     - `expert.overloaded` 该专家最多评审 {limit} 件，已分配 {assigned} 件 This expert evaluates at most {limit} entries and has {assigned}
             *     - `expert.assigned` 该专家已分配到此作品 This expert is assigned to this entry already
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.recommendEntry": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 作品标识 id of the entry */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `entry.not_found` 找不到该作品 There is no such entry
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `entry.elsewhere` 作品目前在{organisation} The entry stands with {organisation} now
             *     - `entry.at_top` 作品已到达组织单位，不能再推荐 The entry has reached the organiser; there is nobody above to recommend it to
             *     - `quota.exceeded` 推荐名额 {quota} 个，已用 {used} 个 The quota is {quota}, of which {used} are used
             *     - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `activity.stage_not_open` 该阶段 {opens} 开始 This stage opens at {opens}
             *     - `activity.stage_closed` 该阶段已于 {closed} 截止 This stage closed at {closed}
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.withdrawEntry": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 作品标识 id of the entry */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `entry.not_found` 找不到该作品 There is no such entry
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.evaluations": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 只列该作品的 only those of this entry */
                entry?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只列该状态的 only those in this state */
                status?: "assigned" | "scored" | "declined";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Evaluation"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.evaluation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 评审任务标识 id of the evaluation */
                evaluationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `evaluation.not_found` 找不到该评审任务 There is no such evaluation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.declineEvaluation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 评审任务标识 id of the evaluation */
                evaluationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 回避原因 reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `evaluation.not_found` 找不到该评审任务 There is no such evaluation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.scoreEntry": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 评审任务标识 id of the evaluation */
                evaluationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 评语 comment */
                    comment?: string;
                    /** @description 各项得分 points by criterion */
                    scores: {
                        [key: string]: number;
                    };
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `evaluation.not_found` 找不到该评审任务 There is no such evaluation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `activity.not_running` 活动尚未开放或已经结束 The activity is not open
             *     - `activity.stage_not_open` 该阶段 {opens} 开始 This stage opens at {opens}
             *     - `activity.stage_closed` 该阶段已于 {closed} 截止 This stage closed at {closed}
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `evaluation.broken_rules` 打分不符合评审标准 The scores do not fit the rubric
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "files.ticket": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 用途 what it is for
                     * @enum {string}
                     */
                    kind: "roster";
                    /** @description 文件名 name of the file */
                    name: string;
                    /** @description 字节数，若已知 bytes, if known */
                    size?: number;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileTicket"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409"];
            /**
             * @description - `file.too_large` 文件过大，至多 {maxBytes} 字节 The file is too large; at most {maxBytes} bytes
             *     - `input.too_large` 请求内容过大 The request is too large
             *     - `answer.too_large` 结果过大，请缩小范围 The answer is too large; narrow the question
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "files.file": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 文件标识 id of the file */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptFile"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `file.unknown` 找不到该文件 No such file
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "files.link": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 文件标识 id of the file */
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `file.unknown` 找不到该文件 No such file
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.form": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 表单标识 id of the form */
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `form.not_found` 找不到该表单 There is no such form
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.guardPeriods": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只含当日处于其间的 only those that include this day */
                on?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["GuardPeriod"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.declareGuardPeriod": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 依据 the order it follows */
                    basis?: string;
                    /**
                     * @description 每日报告截止时间（北京时间） until when each day is reported, 北京时间
                     * @default 17:00
                     */
                    dailyDeadline?: string;
                    /**
                     * Format: date
                     * @description 开始日期 first day
                     */
                    from: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 应报单位类别 kinds of organisation that report
                     * @default [
                     *       "school",
                     *       "centralSchool"
                     *     ]
                     */
                    kinds?: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
                    /** @description 名称 name */
                    name: string;
                    /**
                     * Format: date
                     * @description 结束日期 last day
                     */
                    to: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardPeriod"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `guard_period.backwards` 结束日期早于开始日期 Its last day is before its first
             *     - `guard_period.too_long` 重要时期最长{days}天 A guard period lasts at most {days} days
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.guardPeriod": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 重要时期标识 id of the guard period */
                guardPeriodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardPeriod"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `guard_period.not_found` 找不到该重要时期 There is no such guard period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.amendGuardPeriod": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 重要时期标识 id of the guard period */
                guardPeriodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 依据 the order it follows */
                    basis?: string;
                    /** @description 每日报告截止时间（北京时间） until when each day is reported, 北京时间 */
                    dailyDeadline?: string;
                    /**
                     * Format: date
                     * @description 开始日期 first day
                     */
                    from?: string;
                    /** @description 应报单位类别 kinds of organisation that report */
                    kinds?: ("province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor")[];
                    /** @description 名称 name */
                    name?: string;
                    /**
                     * Format: date
                     * @description 结束日期 last day
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardPeriod"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `guard_period.not_found` 找不到该重要时期 There is no such guard period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `guard_period.backwards` 结束日期早于开始日期 Its last day is before its first
             *     - `guard_period.too_long` 重要时期最长{days}天 A guard period lasts at most {days} days
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.dailyReports": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 报告日期 day reported on */
                day?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 重要时期标识 id of the guard period */
                guardPeriodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["DailyReport"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `guard_period.not_found` 找不到该重要时期 There is no such guard period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.fileDailyReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 重要时期标识 id of the guard period */
                guardPeriodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description 报告日期 day it reports on
                     */
                    day: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 报告类型：零报告、有事件 zero report, or an incident happened
                     * @enum {string}
                     */
                    kind: "zero" | "incident";
                    /** @description 备注 note */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyReport"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `guard_period.not_found` 找不到该重要时期 There is no such guard period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `guard_period.day_outside` {day}不在重要时期内（{from}至{to}） {day} is not within the guard period ({from} to {to})
             *     - `daily_report.day_to_come` {day}尚未到来 {day} is still to come
             *     - `daily_report.already_filed` {day}已报送 {day} was already filed
             *     - `daily_report.not_expected` 本单位不在应报范围内 Your unit does not report in this guard period
             *     - `daily_report.not_zero` {day}本单位报告过网络安全事件，不能报零报告 Your unit reported an incident discovered on {day}: it is no zero report
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.missing": {
        parameters: {
            query: {
                /** @description 报告日期 day asked about */
                day: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 重要时期标识 id of the guard period */
                guardPeriodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingReports"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `guard_period.not_found` 找不到该重要时期 There is no such guard period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `guard_period.day_outside` {day}不在重要时期内（{from}至{to}） {day} is not within the guard period ({from} to {to}) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.confirmGuardian": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 邀请标识 id of the invitation */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianInvitation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `invitation.unknown` 邀请码不正确或不存在 No such invitation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `invitation.own` 不能认领或确认与本人有关的邀请 Not for oneself
             *     - `pupil.not_your_class` 该学生不在您任教的班级 This pupil is not in a class of yours
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            /**
             * @description - `post.ward_unknown` 被监护人须为本校学生 A guardian’s wards must be pupils of the school
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.refuseGuardian": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 邀请标识 id of the invitation */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 原因 why */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianInvitation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `invitation.unknown` 邀请码不正确或不存在 No such invitation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `invitation.own` 不能认领或确认与本人有关的邀请 Not for oneself
             *     - `pupil.not_your_class` 该学生不在您任教的班级 This pupil is not in a class of yours
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.revokeInvitation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 邀请标识 id of the invitation */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianInvitation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `invitation.unknown` 邀请码不正确或不存在 No such invitation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `pupil.not_your_class` 该学生不在您任教的班级 This pupil is not in a class of yours
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.redeemInvitation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 邀请码，大小写与连字符不论 the code, in any case, with or without hyphens */
                    code: string;
                    /**
                     * @description 与学生关系码 relation to the pupil: 51 父亲、52 母亲、57 继父或养父、58 继母或养母、61 祖父、62 祖母、63 外祖父、64 外祖母、70 兄弟姐妹、97 其他亲属、99 非亲属
                     * @enum {string}
                     */
                    relation: "51" | "52" | "57" | "58" | "61" | "62" | "63" | "64" | "70" | "97" | "99";
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianClaim"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `invitation.unknown` 邀请码不正确或不存在 No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `invitation.expired` 邀请码已过期 This code has expired
             *     - `invitation.own` 不能认领或确认与本人有关的邀请 Not for oneself
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            /**
             * @description - `sign_in.locked` 尝试过于频繁，请在 {retryAfter} 秒后再试 Too many attempts; try again in {retryAfter} seconds
             *     - `rate.limited` 请求过于频繁 Too many requests
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.registerGuardian": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 邀请码，大小写与连字符不论 the code, in any case, with or without hyphens */
                    code: string;
                    /** @description 姓名 name */
                    name: string;
                    /** @description 密码 password */
                    password: string;
                    /**
                     * @description 手机号码 phone
                     * @default null
                     */
                    phone?: string | null;
                    /**
                     * @description 与学生关系码 relation to the pupil: 51 父亲、52 母亲、57 继父或养父、58 继母或养母、61 祖父、62 祖母、63 外祖父、64 外祖母、70 兄弟姐妹、97 其他亲属、99 非亲属
                     * @enum {string}
                     */
                    relation: "51" | "52" | "57" | "58" | "61" | "62" | "63" | "64" | "70" | "97" | "99";
                    /** @description 用户名 username, 3 to 64 characters */
                    username: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianClaim"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-2"];
            /** @description - `invitation.unknown` 邀请码不正确或不存在 No such invitation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `invitation.expired` 邀请码已过期 This code has expired
             *     - `account.username_taken` 用户名已被使用 This username is taken
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `number.invalid` {field}无效：{reason} {field} is not valid: {reason}
             *     - `password.weak` 密码强度不足：{reason} The password is too weak: {reason}
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `sign_in.locked` 尝试过于频繁，请在 {retryAfter} 秒后再试 Too many attempts; try again in {retryAfter} seconds
             *     - `rate.limited` 请求过于频繁 Too many requests
             */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.categories": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 类别 classes */
                        categories: components["schemas"]["IncidentCategory"][];
                    };
                };
            };
            400: components["responses"]["Refused400-3"];
            401: components["responses"]["Refused401-2"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.clockRules": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 规则 rules */
                        rules: components["schemas"]["ClockRule"][];
                    };
                };
            };
            400: components["responses"]["Refused400-3"];
            401: components["responses"]["Refused401-2"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.list": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious */
                level?: "I" | "II" | "III" | "IV";
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 事发单位 organisation where it happened */
                organisation?: string;
                /** @description 是否有超时的报告 whether a clock has run out unmet */
                overdue?: "true" | "false";
                /** @description 状态 state in the life cycle */
                status?: "reported" | "acknowledged" | "handling" | "contained" | "closed" | "dismissed";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Incident"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.report": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 事件类别代码 code of its class */
                    category: string;
                    /**
                     * Format: date-time
                     * @description 发现时间 when it was discovered or learnt of
                     */
                    discoveredAt: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious
                     * @enum {string}
                     */
                    level: "I" | "II" | "III" | "IV";
                    /**
                     * @description 运营者类别：关键信息基础设施、中央和国家机关、其他 kind of operator
                     * @default other
                     * @enum {string}
                     */
                    operatorKind?: "criticalInfrastructure" | "centralOrgan" | "other";
                    /** @description 事件概述 summary */
                    summary: string;
                    /** @description 涉事系统 system concerned */
                    system?: string;
                    /** @description 事件名称 name of the incident */
                    title: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `incident.category_unknown` 没有事件类别{category} There is no class of incidents {category}
             *     - `incident.discovered_later` 发现时间不能晚于现在 It cannot have been discovered later than now
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.incident": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.acknowledge": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `incident.own` 须由上级单位执行 This is for a superior unit to do
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.noteReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 规则标识 id of the clock’s rule */
                clock: string;
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 报送渠道 way in which it was reported
                     * @enum {string}
                     */
                    channel: "hotline" | "website" | "wechat" | "email" | "fax" | "phone" | "written";
                    /** @description 回执编号 reference of the receipt */
                    reference?: string;
                    /**
                     * Format: date-time
                     * @description 报送时间 when it was reported
                     */
                    reportedAt: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `clock.not_found` 该事件没有这一报告时限 The incident has no such clock
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `clock.already_met` 该项报告已完成 This report was already made
             *     - `clock.not_noted` 该项由平台自动记录，不能手工登记 The platform itself notes when this one is met
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `clock.reported_later` 报送时间应在起算之后、现在之前 It was reported between the start of the clock and now
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.close": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 事件原因 cause */
                    cause: string;
                    /** @description 危害影响 damage */
                    damage: string;
                    /** @description 经验教训 lessons */
                    lessons: string;
                    /** @description 应急处置措施 measures taken */
                    measures: string;
                    /** @description 整改情况 rectification */
                    rectification: string;
                    /** @description 责任认定 responsibility */
                    responsibility: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.contain": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.dismiss": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `incident.own` 须由上级单位执行 This is for a superior unit to do
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.handle": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.regrade": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 级别：I 特别重大、II 重大、III 较大、IV 一般 level, I the most serious
                     * @enum {string}
                     */
                    level: "I" | "II" | "III" | "IV";
                    /** @description 理由 reason */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `incident.over` 事件已结束（{state}），不能再补充 The incident is over ({state}); nothing can be added
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "incidents.supplements": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 补报，按时间排列 supplements, oldest first */
                        supplements: components["schemas"]["Supplement"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "incidents.supplement": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 事件标识 id of the incident */
                incidentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 补报内容 what it is about
                     * @enum {string}
                     */
                    item: "progress" | "impact" | "measures" | "cause" | "trend" | "clues" | "help" | "evidence" | "other";
                    /** @description 内容 text */
                    text: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `incident.not_found` 找不到该事件 There is no such incident
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `incident.over` 事件已结束（{state}），不能再补充 The incident is over ({state}); nothing can be added
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.me": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Refused400-3"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.objections": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只列该公示的 only those against this public notice */
                notice?: string;
                /** @description 只列该状态的 only those in this state */
                status?: "filed" | "upheld" | "dismissed";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Objection"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.objection": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 异议标识 id of the objection */
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `objection.not_found` 找不到该异议 There is no such objection
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.decideObjection": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 异议标识 id of the objection */
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 答复 answer */
                    answer: string;
                    /**
                     * @description 异议成立或不成立 whether the objection is upheld
                     * @enum {string}
                     */
                    decision: "uphold" | "dismiss";
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `objection.not_found` 找不到该异议 There is no such objection
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.organisations": {
        parameters: {
            query?: {
                /** @description 只查该组织的直接下级 only what stands directly below this one */
                below?: string;
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 区划代码 division code */
                divisionCode?: string;
                /** @description 类别：省、市、县、无区划代码的机构、学校、中心校、校区、教学点、企业 kind of organisation */
                kind?: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 名称片段 a piece of the name */
                name?: string;
                /** @description 学校标识码 national school code */
                schoolCode?: string;
                /** @description 状态 state */
                state?: "open" | "closed" | "merged";
                /** @description 属地：省、市、县代码（2、4、6 位，末尾的 00 可省）范围内的全部组织 all that stands in this province, city or county */
                territory?: string;
                /** @description 只查该组织及其全部下级 only this organisation and everything below it */
                within?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Organisation"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.registerOrganisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 统一社会信用代码 unified social credit code, GB 32100
                     * @default null
                     */
                    creditCode?: string | null;
                    /**
                     * @description 所在地区划代码 GB/T 2260 code of the division where it stands
                     * @default null
                     */
                    divisionCode?: string | null;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 类别：省、市、县、无区划代码的机构、学校、中心校、校区、教学点、企业 kind of organisation
                     * @enum {string}
                     */
                    kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                    /** @description 全称 full name */
                    name: string;
                    /**
                     * Format: uuid
                     * @description 隶属 the organisation that manages it
                     */
                    parent: string;
                    /**
                     * @description 学校（机构）标识码 national school code, 10 digits, never reused
                     * @default null
                     */
                    schoolCode?: string | null;
                    /**
                     * @description 学校办学类型码 school type, GB/T 33782 table 4
                     * @default null
                     */
                    schoolType?: string | null;
                    /**
                     * @description 简称 short name
                     * @default null
                     */
                    shortName?: string | null;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `organisation.unknown` 找不到该组织 No such organisation */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `organisation.misplaced` {kind}不能设在{parent}之下 A {kind} cannot stand below a {parent}
             *     - `code.taken` 代码 {value} 已被使用 The code {value} is taken
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `code.invalid` 代码 {value} 无效：{reason} The code {value} is not valid: {reason}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.organisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.changeOrganisation": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 统一社会信用代码 unified social credit code, GB 32100 */
                    creditCode?: string | null;
                    /** @description 所在地区划代码 GB/T 2260 code of the division where it stands */
                    divisionCode?: string | null;
                    /** @description 全称 full name */
                    name?: string;
                    /** @description 学校（机构）标识码 national school code, 10 digits, never reused */
                    schoolCode?: string | null;
                    /** @description 学校办学类型码 school type, GB/T 33782 table 4 */
                    schoolType?: string | null;
                    /** @description 简称 short name */
                    shortName?: string | null;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `code.taken` 代码 {value} 已被使用 The code {value} is taken
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /** @description - `code.invalid` 代码 {value} 无效：{reason} The code {value} is not valid: {reason} */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.classes": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 名称片段 a piece of the title */
                title?: string;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 学校标识 id of the school */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["SchoolClass"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.closeOrganisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.in_use` 还有 {below} 个下级组织、{people} 名在册人员，不能撤销 {below} organisations and {people} people still belong to it
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.guardianInvitations": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 状态：已发出、已认领、已确认、未通过、已撤回 state */
                state?: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 学校标识 id of the school */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["GuardianInvitation"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.moveOrganisation": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 新的上级 the new parent
                     */
                    parent: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `organisation.misplaced` {kind}不能设在{parent}之下 A {kind} cannot stand below a {parent}
             *     - `organisation.circle` 不能移到自己的下级之下 It cannot move below itself
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.peopleOf": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 角色 role of the post */
                role?: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["PersonOfOrganisation"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.pupils": {
        parameters: {
            query?: {
                /** @description 班级标识 id of a class */
                class?: string;
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 学校标识 id of the school */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["PersonOfOrganisation"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.importRoster": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 学校标识 id of the school */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 文件名（不含 .csv）与文本 file names without .csv, and their texts */
                    files: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterResult"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `roster.misplaced` 名单须导入到学校 A roster is imported into a school
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `roster.unreadable` {file} 无法读取：{reason} {file} cannot be read: {reason}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.selections": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Selection"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.selectApp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 组织标识 id of the organisation */
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 应用标识 OAuth client id */
                    client: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
                     * @enum {string}
                     */
                    profile?: "statistics" | "roster" | "teaching";
                    /** @description 授权范围 scopes to give */
                    scopes: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
                    /**
                     * Format: date-time
                     * @description 有效期至 until when
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `organisation.unknown` 找不到该组织 No such organisation
             *     - `app.unknown` 找不到该应用 No such app
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `app.suspended` 该应用已暂停 This app is suspended
             *     - `selection.held` 已选用该应用 The app is already selected here
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `selection.scopes_exceeded` 超出应用可申请的范围：{scopes} The app may not be given {scopes}
             *     - `selection.profile_exceeded` 超出应用的字段方案“{profile}” The app’s field profile is {profile}; a selection gives no more
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.registerPerson": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 账号 account to open */
                    account?: {
                        /**
                         * @description 首次登录须改密 whether the first sign-in must change it
                         * @default true
                         */
                        mustChangePassword?: boolean;
                        /** @description 初始密码；不填则生成一次性密码 initial password; absent: a one-time password is made */
                        password?: string;
                        /** @description 用户名 username, 3 to 64 characters */
                        username: string;
                    };
                    /**
                     * Format: date-time
                     * @description 截至时间，默认现在 as of when the source says so; now unless given
                     */
                    asOf?: string;
                    /** @description 出生日期，居民身份证号另有所示时从其号 day of birth; a citizen’s number that says otherwise holds */
                    birthDate?: string | null;
                    /** @description 性别码 gender */
                    gender?: ("0" | "1" | "2" | "9") | null;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 证件号码 identity number
                     * @default null
                     */
                    idNumber?: string | null;
                    /**
                     * @description 身份证件类型码 kind of identity document
                     * @default 1
                     * @enum {string}
                     */
                    idType?: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "A" | "B" | "Z";
                    /** @description 姓名 name */
                    name: string;
                    /**
                     * Format: uuid
                     * @description 所属组织 the organisation that keeps the record
                     */
                    organisation: string;
                    /**
                     * @description 手机号码 phone
                     * @default null
                     */
                    phone?: string | null;
                    /**
                     * @description 岗位 posts to give
                     * @default []
                     */
                    posts?: {
                        /**
                         * Format: uuid
                         * @description 岗位所在组织 organisation of the post
                         */
                        organisation: string;
                        /**
                         * @description 角色 role of the post
                         * @enum {string}
                         */
                        role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
                        /**
                         * Format: date
                         * @description 起始日期，默认今天 first day; today unless said
                         */
                        since?: string;
                        /**
                         * Format: date
                         * @description 结束日期 last day
                         */
                        until?: string;
                        /**
                         * @description 家长的被监护人 the wards of a guardian
                         * @default []
                         */
                        wards?: string[];
                    }[];
                    /**
                     * @description 学籍号 pupil number (G, J or L and 18 characters)
                     * @default null
                     */
                    pupilNumber?: string | null;
                    /**
                     * @description 数据来源：roll 学籍系统、staffSystem 教师系统、local 本平台 the source in whose name this is said
                     * @default local
                     * @enum {string}
                     */
                    source?: "roll" | "staffSystem" | "local";
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredPerson"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `field.source_not_yours` 您不能以该系统的名义变更信息 You may not speak for this system
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `organisation.unknown` 找不到该组织 No such organisation
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `post.held` 已有相同岗位 The person already holds this post
             *     - `post.misplaced` 该类组织不设“{role}” The role {role} is not held at this kind of organisation
             *     - `post.separated` 系统、安全、审计管理员须由不同人员担任 System, security and audit administrators must be different people
             *     - `person.known` 该证件号码已登记 A person with this number is already registered
             *     - `account.username_taken` 用户名已被使用 This username is taken
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `post.ward_unknown` 被监护人须为本校学生 A guardian’s wards must be pupils of the school
             *     - `number.invalid` {field}无效：{reason} {field} is not valid: {reason}
             *     - `password.weak` 密码强度不足：{reason} The password is too weak: {reason}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.person": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.changePerson": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description 截至时间，默认现在 as of when the source says so; now unless given
                     */
                    asOf?: string;
                    /** @description 出生日期，居民身份证号另有所示时从其号 day of birth; a citizen’s number that says otherwise holds */
                    birthDate?: string | null;
                    /** @description 性别码 gender */
                    gender?: ("0" | "1" | "2" | "9") | null;
                    /** @description 证件号码 identity number */
                    idNumber?: string | null;
                    /**
                     * @description 身份证件类型码 kind of identity document
                     * @enum {string}
                     */
                    idType?: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "A" | "B" | "Z";
                    /** @description 姓名 name */
                    name?: string;
                    /** @description 手机号码 phone */
                    phone?: string | null;
                    /** @description 学籍号 pupil number (G, J or L and 18 characters) */
                    pupilNumber?: string | null;
                    /**
                     * @description 数据来源：roll 学籍系统、staffSystem 教师系统、local 本平台 the source in whose name this is said
                     * @default local
                     * @enum {string}
                     */
                    source?: "roll" | "staffSystem" | "local";
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `field.source_not_yours` 您不能以该系统的名义变更信息 You may not speak for this system
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.closed` 该人员已注销 This person’s record is closed
             *     - `person.known` 该证件号码已登记 A person with this number is already registered
             *     - `field.mastered_elsewhere` {field} 由“{master}”维护，请在该系统更改后同步 {field} is kept by {master}; change it there, and it comes here by synchronising
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /** @description - `number.invalid` {field}无效：{reason} {field} is not valid: {reason} */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.openAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 首次登录须改密 whether the first sign-in must change it
                     * @default true
                     */
                    mustChangePassword?: boolean;
                    /** @description 初始密码；不填则生成一次性密码 initial password; absent: a one-time password is made */
                    password?: string;
                    /** @description 用户名 username, 3 to 64 characters */
                    username: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `person.beyond_reach` 该人员在您的管辖范围之外另有岗位 This person also holds posts beyond your reach
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.closed` 该人员已注销 This person’s record is closed
             *     - `account.exists` 该人员已有账号 This person already has an account
             *     - `account.username_taken` 用户名已被使用 This username is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `password.weak` 密码强度不足：{reason} The password is too weak: {reason}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.resetPassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimePassword"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `person.beyond_reach` 该人员在您的管辖范围之外另有岗位 This person also holds posts beyond your reach
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `account.unknown` 该人员没有账号 This person has no account
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.closed` 该人员已注销 This person’s record is closed
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.closePerson": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRecord"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `person.beyond_reach` 该人员在您的管辖范围之外另有岗位 This person also holds posts beyond your reach
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.closed` 该人员已注销 This person’s record is closed
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.inviteGuardian": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationWithCode"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `pupil.not_your_class` 该学生不在您任教的班级 This pupil is not in a class of yours
             *     - `invitation.too_many` 该学生尚有多份未了结的邀请 This pupil has several open invitations already
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.guardiansOf": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 家长 guardians */
                        guardians: components["schemas"]["GuardianOfPupil"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "identity.unbindGuardian": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
                /** @description 家长岗位标识 id of the guardian’s post */
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 原因 why */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `guardian.unknown` 找不到该监护关系 No such guardian of this pupil
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413-3"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.givePost": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 人员标识 id of the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description 岗位所在组织 organisation of the post
                     */
                    organisation: string;
                    /**
                     * @description 角色 role of the post
                     * @enum {string}
                     */
                    role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
                    /**
                     * Format: date
                     * @description 起始日期，默认今天 first day; today unless said
                     */
                    since?: string;
                    /**
                     * Format: date
                     * @description 结束日期 last day
                     */
                    until?: string;
                    /**
                     * @description 家长的被监护人 the wards of a guardian
                     * @default []
                     */
                    wards?: string[];
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `person.unknown` 找不到该人员 No such person
             *     - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `organisation.closed` 该组织已撤销 This organisation is closed
             *     - `post.held` 已有相同岗位 The person already holds this post
             *     - `post.misplaced` 该类组织不设“{role}” The role {role} is not held at this kind of organisation
             *     - `post.separated` 系统、安全、审计管理员须由不同人员担任 System, security and audit administrators must be different people
             *     - `person.closed` 该人员已注销 This person’s record is closed
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person.merged` 该人员已并入 {successor} This person was merged into {successor} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `post.ward_unknown` 被监护人须为本校学生 A guardian’s wards must be pupils of the school
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.periods": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 只列该数据集的 only those of this data set */
                dataSet?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Period"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.announcePeriod": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 数据集 data set
                     */
                    dataSet: string;
                    /** @description 各级截止时间 until when each level may act */
                    due: {
                        /**
                         * Format: date-time
                         * @description 市级审核截止 the city reviews until
                         */
                        city: string;
                        /**
                         * Format: date-time
                         * @description 县级审核截止 counties review until
                         */
                        county: string;
                        /**
                         * Format: date-time
                         * @description 省级审核截止，缺省同市级 the province reviews until; as the city unless said
                         */
                        province?: string;
                        /**
                         * Format: date-time
                         * @description 学校填报截止 schools submit until
                         */
                        school: string;
                    };
                    /**
                     * Format: date
                     * @description 数据起始日 first day the figures are about
                     */
                    firstDay: string;
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 周期 kind of period
                     * @enum {string}
                     */
                    kind: "month" | "quarter" | "halfYear" | "term" | "schoolYear" | "once";
                    /**
                     * Format: date
                     * @description 数据截止日 last day the figures are about
                     */
                    lastDay: string;
                    /** @description 名称 name, e.g. 2026年第三季度 */
                    name: string;
                    /**
                     * Format: date-time
                     * @description 开始填报时间 when filling in begins
                     */
                    opens: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `data_set.not_found` 找不到该数据集 There is no such data set */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.period": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 填报期标识 id of the period */
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `period.not_found` 找不到该填报期 There is no such period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.changePeriod": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 填报期标识 id of the period */
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 名称 name, e.g. 2026年第三季度 */
                    name?: string;
                    /** @description 填报与审核时限 the windows of filling in and review */
                    windows?: {
                        /** @description 各级截止时间 until when each level may act */
                        due: {
                            /**
                             * Format: date-time
                             * @description 市级审核截止 the city reviews until
                             */
                            city: string;
                            /**
                             * Format: date-time
                             * @description 县级审核截止 counties review until
                             */
                            county: string;
                            /**
                             * Format: date-time
                             * @description 省级审核截止，缺省同市级 the province reviews until; as the city unless said
                             */
                            province?: string;
                            /**
                             * Format: date-time
                             * @description 学校填报截止 schools submit until
                             */
                            school: string;
                        };
                        /**
                         * Format: date-time
                         * @description 开始填报时间 when filling in begins
                         */
                        opens: string;
                    };
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `period.not_found` 找不到该填报期 There is no such period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.rollUp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 填报期标识 id of the period */
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollUp"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `period.not_found` 找不到该填报期 There is no such period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.recountRollUp": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 填报期标识 id of the period */
                periodId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollUp"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `period.not_found` 找不到该填报期 There is no such period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.beginSubmission": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 填报期标识 id of the period */
                periodId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * Format: uuid
                     * @description 填报单位 organisation it is about
                     */
                    organisation: string;
                    /**
                     * @description 各指标的值，null 为清空 values by indicator code; null clears one
                     * @default {}
                     */
                    values?: {
                        [key: string]: number | string | null;
                    };
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `period.not_found` 找不到该填报期 There is no such period
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `period.not_open` 填报期尚未开始，{opens} 起可填报 This period opens at {opens}
             *     - `period.closed` 本级时限已于 {closed} 截止 The time of this level ended at {closed}
             *     - `submission.exists` 本单位在该填报期已有填报表 This organisation already has a submission in this period
             *     - `submission.not_expected` 该类单位不填报此数据集 This kind of organisation does not fill in this data set
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `submission.broken_rules` 有数据不符合规则 Some values break the rules
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.endPost": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 岗位标识 id of the post */
                postId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Post"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            /**
             * @description - `post.not_grantable` 您无权授予或结束“{role}” You may not give or end the role {role}
             *     - `scope.missing` 应用未获得授权：{scope} The app was not granted {scope}
             *     - `role.not_permitted` 当前身份不能执行此操作 Your role does not permit this
             */
            403: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `post.unknown` 找不到该岗位 No such post
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.publicNotices": {
        parameters: {
            query?: {
                /** @description 只列该活动的 only those of this activity */
                activity?: string;
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["PublicNotice"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401-2"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.publicNotice": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 公示标识 id of the public notice */
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNotice"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401-2"];
            /**
             * @description - `notice.not_found` 找不到该公示 There is no such public notice
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "activities.finaliseNotice": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 公示标识 id of the public notice */
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicNotice"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `notice.not_found` 找不到该公示 There is no such public notice
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `notice.running` 公示期至 {closes}，期满后方可认定 The public notice runs until {closes}; only then can its results be recognised
             *     - `objection.undecided` 还有 {count} 件异议未处理 {count} objections are not decided yet
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "activities.fileObjection": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 公示标识 id of the public notice */
                noticeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 作品 entry it is about
                     */
                    entry: string;
                    /** @description 异议理由 grounds */
                    grounds: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Objection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `notice.not_found` 找不到该公示 There is no such public notice
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `notice.over` 公示已于 {closed} 结束 The public notice ended at {closed}
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `notice.entry_unknown` 该公示中没有此作品 This public notice has no such entry
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.list": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 年级 grade */
                grade?: number;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 所属组织 organisation it belongs to */
                organisation?: string;
                /** @description 检索词 what to look for */
                q?: string;
                /** @description 学段 stage */
                stage?: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
                /** @description 状态 state in the life cycle */
                status?: "draft" | "submitted" | "returned" | "published" | "rejected" | "withdrawn";
                /** @description 学科 subject */
                subject?: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
                /** @description 资源类型 type of resource */
                type?: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Resource"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-4"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "resources.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 章节 chapter */
                    chapter?: string;
                    /** @description 简介 description */
                    description?: string;
                    /** @description 教材版本 textbook edition */
                    edition?: string;
                    /**
                     * @description 适用年级 grades it is for
                     * @default []
                     */
                    grades?: number[];
                    /**
                     * Format: uuid
                     * @description 调用方自定标识 caller-made UUIDv7, optional
                     */
                    id?: string;
                    /**
                     * @description 关键词 keywords
                     * @default []
                     */
                    keywords?: string[];
                    /**
                     * @description 知识点 knowledge points
                     * @default []
                     */
                    knowledgePoints?: string[];
                    /**
                     * @description 语种 language (BCP 47)
                     * @default zh-CN
                     */
                    language?: string;
                    /**
                     * @description 学段 stage
                     * @enum {string}
                     */
                    stage: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
                    /**
                     * @description 学科 subject
                     * @enum {string}
                     */
                    subject: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
                    /** @description 标题 title */
                    title: string;
                    /**
                     * @description 资源类型 type of resource
                     * @enum {string}
                     */
                    type: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
                    /**
                     * @description 应用说明，送审时必填 how it is used; needed to submit
                     * @default {}
                     */
                    usage?: {
                        /** @description 典型案例 model case */
                        example?: string;
                        /** @description 使用方法 how to use it */
                        method?: string;
                        /** @description 应用场景 where it fits */
                        scene?: string;
                    };
                    /** @description 册次 volume */
                    volume?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            409: components["responses"]["Refused409-3"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.resource": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400-5"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "resources.discard": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.not_yours` 只有作者本人可以执行此操作 Only its author may do this
             *     - `resource.locked` 当前状态（{state}）不能修改，只有草稿和被退回的资源可以修改 Not editable in the state “{state}”; only drafts and returned resources are
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.edit": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 章节 chapter */
                    chapter?: string | null;
                    /** @description 简介 description */
                    description?: string | null;
                    /** @description 教材版本 textbook edition */
                    edition?: string | null;
                    /** @description 适用年级 grades it is for */
                    grades?: number[];
                    /** @description 关键词 keywords */
                    keywords?: string[];
                    /** @description 知识点 knowledge points */
                    knowledgePoints?: string[];
                    /** @description 语种 language (BCP 47) */
                    language?: string;
                    /**
                     * @description 学段 stage
                     * @enum {string}
                     */
                    stage?: "preschool" | "primary" | "junior" | "senior" | "vocational" | "special";
                    /**
                     * @description 学科 subject
                     * @enum {string}
                     */
                    subject?: "chinese" | "mathematics" | "english" | "foreignLanguage" | "science" | "physics" | "chemistry" | "biology" | "history" | "geography" | "sport" | "art" | "music" | "fineArt" | "generalTechnology" | "practice" | "morality" | "informationTechnology" | "labour" | "politics" | "other";
                    /** @description 标题 title */
                    title?: string;
                    /**
                     * @description 资源类型 type of resource
                     * @enum {string}
                     */
                    type?: "microLesson" | "cloudLesson" | "courseware" | "lessonPlan" | "studyGuide" | "exercise" | "classroomRecord" | "material" | "situation" | "virtualLaboratory" | "textbook" | "coursePackage" | "case" | "tool";
                    /** @description 应用说明 how it is used */
                    usage?: {
                        /** @description 典型案例 model case */
                        example?: string | null;
                        /** @description 使用方法 how to use it */
                        method?: string | null;
                        /** @description 应用场景 where it fits */
                        scene?: string | null;
                    };
                    /** @description 册次 volume */
                    volume?: string | null;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.not_yours` 只有作者本人可以执行此操作 Only its author may do this
             *     - `resource.locked` 当前状态（{state}）不能修改，只有草稿和被退回的资源可以修改 Not editable in the state “{state}”; only drafts and returned resources are
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.changes": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceChanges"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "resources.publish": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 审核意见 reviewer’s note */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.own_review` 不能审核自己的资源 Nobody reviews their own resource
             *     - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 reason, shown to the author */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.own_review` 不能审核自己的资源 Nobody reviews their own resource
             *     - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.return": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 reason, shown to the author */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.own_review` 不能审核自己的资源 Nobody reviews their own resource
             *     - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.submissions": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 送审记录 rounds, newest first */
                        submissions: components["schemas"]["ResourceSubmission"][];
                    };
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "resources.submit": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.not_yours` 只有作者本人可以执行此操作 Only its author may do this
             *     - `resource.not_ready` 还缺{missing} Missing: {missing}
             *     - `resource.nothing_changed` 退回后尚未修改 Nothing was changed since it was returned
             *     - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "resources.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 资源标识 id of the resource */
                resourceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 理由 reason, shown to the author */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `resource.not_found` 找不到该资源 There is no such resource
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `resource.not_yours` 只有作者本人可以执行此操作 Only its author may do this
             *     - `move.not_allowed` 当前状态（{state}）不能执行此操作 Not possible in the state “{state}”
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.changeSelection": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 选用标识 id of the selection */
                selectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 字段方案：统计 statistics、名单 roster、教学 teaching named field profile: which personal fields are in clear
                     * @enum {string}
                     */
                    profile?: "statistics" | "roster" | "teaching";
                    /** @description 可申请的范围 scopes it may be given */
                    scopes?: ("identity.read" | "identity.write" | "resources.read" | "resources.write" | "classrooms.read" | "classrooms.write" | "reporting.read" | "reporting.write" | "incidents.read" | "incidents.write" | "activities.read" | "activities.write" | "files.write" | "federation.read" | "events.read")[];
                    /** @description 有效期至 until when */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `selection.unknown` 找不到该选用记录 No such selection
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `selection.scopes_exceeded` 超出应用可申请的范围：{scopes} The app may not be given {scopes}
             *     - `selection.profile_exceeded` 超出应用的字段方案“{profile}” The app’s field profile is {profile}; a selection gives no more
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "identity.endSelection": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 选用标识 id of the selection */
                selectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selection"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `selection.unknown` 找不到该选用记录 No such selection
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.submissions": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 只列该单位的 only those of this organisation */
                organisation?: string;
                /** @description 只列该填报期的 only those of this period */
                period?: string;
                /** @description 只列该状态的 only those in this state */
                status?: "draft" | "submitted" | "returned" | "approved";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Submission"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.submission": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "reporting.fillInSubmission": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 各指标的值，null 为清空 values by indicator code; null clears one */
                    values: {
                        [key: string]: number | string | null;
                    };
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `period.not_open` 填报期尚未开始，{opens} 起可填报 This period opens at {opens}
             *     - `period.closed` 本级时限已于 {closed} 截止 The time of this level ended at {closed}
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /** @description - `submission.broken_rules` 有数据不符合规则 Some values break the rules */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.approveSubmission": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 审核意见 the reviewer’s note */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `submission.waiting_lower_level` 正等待下级（{reviewer}）审核 It waits for the level below: {reviewer}
             *     - `period.closed` 本级时限已于 {closed} 截止 The time of this level ended at {closed}
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.returnSubmission": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 总体意见 a note on the whole */
                    note?: string;
                    /** @description 逐项退回原因 reasons, field by field */
                    reasons: components["schemas"]["ReturnReasonInput"][];
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `submission.waiting_lower_level` 正等待下级（{reviewer}）审核 It waits for the level below: {reviewer}
             *     - `period.closed` 本级时限已于 {closed} 截止 The time of this level ended at {closed}
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `submission.field_unknown` 表单中没有这些指标：{fields} The form has no such indicators: {fields}
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.submitSubmission": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `period.not_open` 填报期尚未开始，{opens} 起可填报 This period opens at {opens}
             *     - `period.closed` 本级时限已于 {closed} 截止 The time of this level ended at {closed}
             *     - `submission.no_reviewer` 本单位之上没有可审核的教育主管部门 No education authority above this organisation can review it
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            /**
             * @description - `submission.broken_rules` 有数据不符合规则 Some values break the rules
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "reporting.reviewTrail": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 填报表标识 id of the submission */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewTrail"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `submission.not_found` 找不到该填报表 There is no such submission
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "subscriptions.subscriptions": {
        parameters: {
            query?: {
                /** @description 应用标识 OAuth client id */
                client?: string;
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Subscription"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "subscriptions.subscribe": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 只含该组织及其下级 only this organisation and what lies below
                     * @default null
                     */
                    below?: string | null;
                    /** @description 应用标识，企业人员代为订阅时必填 OAuth client id; needed from a person of the vendor */
                    client?: string;
                    /**
                     * @description 备注 note
                     * @default null
                     */
                    note?: string | null;
                    /** @description 订阅的事实类型 types of fact to hear */
                    types: string[];
                    /**
                     * Format: uri
                     * @description 接收地址，须为 https where deliveries go; https
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionWithSecret"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `app.unknown` 找不到该应用 No such app
             *     - `organisation.unknown` 找不到该组织 No such organisation
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `subscription.client_refused` 应用只能为自己订阅 An app subscribes for itself
             *     - `subscription.too_many` 一个应用至多 {most} 个订阅 An app has at most {most} subscriptions
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `subscription.type_unknown` 没有这样的事实类型：{types} There are no such types of fact: {types}
             *     - `subscription.url_refused` 接收地址须为公网 https 地址，不含用户名、密码与片段 Deliveries go to a public https address without user, password or fragment
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.subscription": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description 未变 Unchanged. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "subscriptions.endSubscription": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.changeSubscription": {
        parameters: {
            query?: never;
            header: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 所见版本的 ETag ETag of the version the caller saw; `*` for any existing one */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 只含该组织及其下级 only this organisation and what lies below */
                    below?: string | null;
                    /** @description 备注 note */
                    note?: string | null;
                    /** @description 订阅的事实类型 types of fact to hear */
                    types?: string[];
                    /**
                     * Format: uri
                     * @description 接收地址，须为 https where deliveries go; https
                     */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `organisation.unknown` 找不到该组织 No such organisation
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409-2"];
            412: components["responses"]["Refused412"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `subscription.type_unknown` 没有这样的事实类型：{types} There are no such types of fact: {types}
             *     - `subscription.url_refused` 接收地址须为公网 https 地址，不含用户名、密码与片段 Deliveries go to a public https address without user, password or fragment
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            428: components["responses"]["Refused428"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.deadLetters": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Delivery"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "subscriptions.redriveDeadLetters": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redelivery"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `subscription.redeliveries_too_many` 至多 {most} 个重新投递同时进行 At most {most} redeliveries wait at once
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.deliveries": {
        parameters: {
            query?: {
                /** @description 游标 cursor of the previous page’s `next` */
                cursor?: string;
                /** @description 事件标识 id of the event */
                event?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
                /** @description 投递结果：已送达、重试中、死信、测试未达 outcome: delivered, being retried, a dead letter, a ping that failed */
                state?: "delivered" | "failing" | "dead" | "failed";
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 条目 items */
                        items: components["schemas"]["Delivery"][];
                        /** @description 下一页游标 cursor of the next page; absent on the last */
                        next?: string;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Refused400-2"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["Refused406"];
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "subscriptions.pauseSubscription": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.pingSubscription": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingResult"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.redeliver": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description 事件标识 id of one event
                     */
                    event?: string;
                    /** @description 起始位置（含） first position */
                    from?: number;
                    /**
                     * Format: date-time
                     * @description 起始时间（含） first moment
                     */
                    since?: string;
                    /** @description 结束位置（含），缺省为当前 last position; the present one unless said */
                    to?: number;
                    /**
                     * Format: date-time
                     * @description 结束时间（不含），缺省为当前 the moment to end before; now unless said
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description 已创建 Created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redelivery"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `subscription.delivery_unknown` 投递记录中没有该事件 The delivery log holds no such event
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `subscription.redeliveries_too_many` 至多 {most} 个重新投递同时进行 At most {most} redeliveries wait at once
             *     - `id.taken` 该标识已被使用 This id is taken
             *     - `idempotency.in_progress` 同一请求正在处理 The same request is being worked on
             *     - `version.conflict` 同时有人在修改，请重试 Someone changed it at the same moment; try again
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            /**
             * @description - `subscription.redelivery_unclear` 请给出 event，或 from（to），或 since（until） Say event, or from (and to), or since (and until)
             *     - `idempotency.mismatch` 该 Idempotency-Key 已用于不同内容 This Idempotency-Key was used for other content
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.resumeSubscription": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "subscriptions.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
                /** @description 幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 订阅标识 id of the subscription */
                subscriptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description 新旧密钥同时有效的小时数 hours for which the old secret signs too
                     * @default 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecret"];
                };
            };
            400: components["responses"]["Refused400"];
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /**
             * @description - `subscription.unknown` 找不到该订阅 No such subscription
             *     - `not_found` 找不到 Not found
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["Refused409"];
            413: components["responses"]["Refused413-2"];
            415: components["responses"]["Refused415"];
            422: components["responses"]["Refused422"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503-2"];
            504: components["responses"]["Refused504-2"];
        };
    };
    "federation.changes": {
        parameters: {
            query?: {
                /** @description 上次的 next the `next` of the previous answer */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /**
             * @description - `feed.cursor_invalid` 变更流游标无效 This is not a cursor of this feed
             *     - `request.malformed` 请求格式有误 The request is malformed
             *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
             *     - `input.invalid` 输入有误 The input is invalid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `feed.epoch_changed` 变更流已重建，请从快照重新开始：{begin} The feed was made anew; begin again with a snapshot: {begin} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "federation.snapshot": {
        parameters: {
            query?: {
                /** @description 快照位置，缺省为当前 position of the snapshot, a cursor of `changes`; now unless given */
                at?: string;
                /** @description 只含该组织及其下级 only this organisation and what lies below it */
                below?: string;
                /** @description 快照的 next the `next` of the previous page */
                cursor?: string;
                /** @description 每页条数 items per page, at most 200 */
                limit?: number;
            };
            header?: {
                /** @description 说明文字的语言 language of sentences meant for people */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
                /** @description 应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree */
                "Acting-Organisation"?: components["parameters"]["ActingOrganisation"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 完成 Done. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /**
             * @description - `feed.cursor_invalid` 变更流游标无效 This is not a cursor of this feed
             *     - `request.malformed` 请求格式有误 The request is malformed
             *     - `request.header_repeated` 请求头重复：{header} The header {header} is given twice
             *     - `input.invalid` 输入有误 The input is invalid
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Refused401"];
            403: components["responses"]["Refused403"];
            /** @description - `feed.epoch_changed` 变更流已重建，请从快照重新开始：{begin} The feed was made anew; begin again with a snapshot: {begin} */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["Refused413"];
            429: components["responses"]["Refused429"];
            500: components["responses"]["Refused500"];
            503: components["responses"]["Refused503"];
            504: components["responses"]["Refused504"];
        };
    };
    "cn.lianxue.activities.activity.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ActivityFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.activity.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.activity.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ActivityFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.activity.closed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.activity.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ActivityFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.activity.opened";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.activity.prepared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ActivityFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.activity.prepared";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.announced";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.entered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.entered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.evaluated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.evaluated";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.recognised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.recognised";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.recommended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.recommended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.struck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.struck";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.entry.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EntryFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.entry.withdrawn";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.evaluation.assigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EvaluationFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.evaluation.assigned";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.evaluation.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EvaluationFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.evaluation.declined";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.evaluation.scored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["EvaluationFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.evaluation.scored";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.objection.dismissed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ObjectionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.objection.dismissed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.objection.filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ObjectionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.objection.filed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.objection.upheld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ObjectionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.objection.upheld";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.public_notice.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["PublicNoticeFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.public_notice.announced";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.public_notice.corrected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["PublicNoticeFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.public_notice.corrected";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.activities.public_notice.finalised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["PublicNoticeFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.activities.public_notice.finalised";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.attendance.recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["AttendanceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.attendance.recorded";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.cancelled";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.held";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.madeUp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.madeUp";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.missed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.missed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.planned";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.classSession.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ClassSessionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.classSession.started";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.classrooms.deliveredClass.planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["DeliveredClass"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.classrooms.deliveredClass.planned";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.federation.scope.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ScopeChange"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.federation.scope.joined";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.federation.scope.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ScopeChange"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.federation.scope.left";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.account.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.account.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.account.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.account.closed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.account.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.account.opened";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.account.reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.account.reset";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.app.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        client: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        /** @enum {string} */
                        state: "active" | "suspended";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.app.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.app.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        client: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        /** @enum {string} */
                        state: "active" | "suspended";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.app.registered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.app.resumed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        client: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        /** @enum {string} */
                        state: "active" | "suspended";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.app.resumed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.app.suspended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        client: string;
                        /** Format: uuid */
                        id: string;
                        name: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        /** @enum {string} */
                        state: "active" | "suspended";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.app.suspended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.class.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        course: string | null;
                        ended: boolean;
                        grade: string | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        term: string | null;
                        title: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.class.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.class.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        course: string | null;
                        ended: boolean;
                        grade: string | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        term: string | null;
                        title: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.class.ended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.class.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        course: string | null;
                        ended: boolean;
                        grade: string | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        term: string | null;
                        title: string;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.class.registered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.enrolment.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        class: string;
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /**
                         * @description 在班身份 role in the class
                         * @enum {string}
                         */
                        role: "pupil" | "teacher";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.enrolment.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.enrolment.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        class: string;
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /**
                         * @description 在班身份 role in the class
                         * @enum {string}
                         */
                        role: "pupil" | "teacher";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.enrolment.ended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.enrolment.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        class: string;
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /**
                         * @description 在班身份 role in the class
                         * @enum {string}
                         */
                        role: "pupil" | "teacher";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.enrolment.made";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.guardian_invitation.claimed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        pupil: string;
                        /**
                         * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
                         * @enum {string}
                         */
                        state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.guardian_invitation.claimed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.guardian_invitation.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        pupil: string;
                        /**
                         * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
                         * @enum {string}
                         */
                        state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.guardian_invitation.confirmed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.guardian_invitation.offered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        pupil: string;
                        /**
                         * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
                         * @enum {string}
                         */
                        state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.guardian_invitation.offered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.guardian_invitation.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        pupil: string;
                        /**
                         * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
                         * @enum {string}
                         */
                        state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.guardian_invitation.refused";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.guardian_invitation.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        pupil: string;
                        /**
                         * @description 状态：已发出、已认领、已确认、未通过、已撤回 state
                         * @enum {string}
                         */
                        state: "offered" | "claimed" | "confirmed" | "refused" | "revoked";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.guardian_invitation.revoked";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.organisation.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        divisionCode: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                        name: string;
                        parent: string | null;
                        schoolCode: string | null;
                        schoolType: string | null;
                        shortName: string | null;
                        /** @enum {string} */
                        state: "open" | "closed" | "merged";
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.organisation.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.organisation.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        divisionCode: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                        name: string;
                        parent: string | null;
                        schoolCode: string | null;
                        schoolType: string | null;
                        shortName: string | null;
                        /** @enum {string} */
                        state: "open" | "closed" | "merged";
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.organisation.closed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.organisation.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        divisionCode: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                        name: string;
                        parent: string | null;
                        schoolCode: string | null;
                        schoolType: string | null;
                        shortName: string | null;
                        /** @enum {string} */
                        state: "open" | "closed" | "merged";
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.organisation.merged";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.organisation.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        divisionCode: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                        name: string;
                        parent: string | null;
                        schoolCode: string | null;
                        schoolType: string | null;
                        shortName: string | null;
                        /** @enum {string} */
                        state: "open" | "closed" | "merged";
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.organisation.moved";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.organisation.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        divisionCode: string | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "bureau" | "school" | "centralSchool" | "campus" | "teachingPoint" | "vendor";
                        name: string;
                        parent: string | null;
                        schoolCode: string | null;
                        schoolType: string | null;
                        shortName: string | null;
                        /** @enum {string} */
                        state: "open" | "closed" | "merged";
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.organisation.registered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.person.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        closed: boolean;
                        /** Format: uuid */
                        id: string;
                        kinds: ("pupil" | "guardian" | "staff" | "vendor")[];
                        /** Format: uuid */
                        organisation: string;
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.person.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.person.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        closed: boolean;
                        /** Format: uuid */
                        id: string;
                        kinds: ("pupil" | "guardian" | "staff" | "vendor")[];
                        /** Format: uuid */
                        organisation: string;
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.person.closed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.person.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        closed: boolean;
                        /** Format: uuid */
                        id: string;
                        kinds: ("pupil" | "guardian" | "staff" | "vendor")[];
                        /** Format: uuid */
                        organisation: string;
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.person.merged";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.person.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        closed: boolean;
                        /** Format: uuid */
                        id: string;
                        kinds: ("pupil" | "guardian" | "staff" | "vendor")[];
                        /** Format: uuid */
                        organisation: string;
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.person.registered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.person.unmerged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        closed: boolean;
                        /** Format: uuid */
                        id: string;
                        kinds: ("pupil" | "guardian" | "staff" | "vendor")[];
                        /** Format: uuid */
                        organisation: string;
                        successor: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.person.unmerged";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.post.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.post.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.post.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.post.ended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.post.given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        ended: boolean;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        role: "pupil" | "guardian" | "teacher" | "homeroomTeacher" | "subjectResearcher" | "schoolAdmin" | "rollManager" | "countyReviewer" | "cityReviewer" | "provinceReviewer" | "bureauLeader" | "centreHead" | "resourceReviewer" | "expert" | "siteInspector" | "correspondent" | "securityContact" | "responsiblePerson" | "dutyOfficer" | "dutyLeader" | "systemAdmin" | "securityAdmin" | "auditAdmin" | "vendor";
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.post.given";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.selection.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        active: boolean;
                        client: string;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        until: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.selection.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.selection.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        active: boolean;
                        client: string;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        until: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.selection.ended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.identity.selection.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: {
                        active: boolean;
                        client: string;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        organisation: string;
                        scopes: string[];
                        until: string | null;
                        version: number;
                    };
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.identity.selection.made";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.dailyReport.filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["DailyReportFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.dailyReport.filed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.guardPeriod.amended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["GuardPeriod"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.guardPeriod.amended";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.guardPeriod.declared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["GuardPeriod"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.guardPeriod.declared";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.acknowledged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.acknowledged";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.closed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.contained": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.contained";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.dismissed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.dismissed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.handled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.handled";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.noted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.noted";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.regraded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.regraded";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.reported": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.reported";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.incidents.incident.supplemented": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["IncidentFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.incidents.incident.supplemented";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.data_set.defined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["DataSetFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.data_set.defined";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.data_set.revised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["DataSetFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.data_set.revised";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.form.issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["FormFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.form.issued";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.period.announced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["PeriodFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.period.announced";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.period.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["PeriodFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.period.changed";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.submission.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["SubmissionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.submission.approved";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.submission.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["SubmissionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.submission.drafted";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.submission.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["SubmissionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.submission.returned";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.submission.saved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["SubmissionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.submission.saved";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.reporting.submission.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["SubmissionFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.reporting.submission.submitted";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.discarded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.discarded";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.edited";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.published";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.registered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.registered";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.rejected";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.returned";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.submitted";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.resources.resource.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["ResourceFact"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.resources.resource.withdrawn";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "cn.lianxue.subscriptions.subscription.pinged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["FactEvent"] & {
                    /** @description 变更后的对象 the entity after the change */
                    data?: components["schemas"]["Ping"];
                    /**
                     * @description 事实类型 type of the fact
                     * @constant
                     */
                    type?: "cn.lianxue.subscriptions.subscription.pinged";
                };
            };
        };
        responses: {
            /** @description 已收到 Received. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 停止投递 Stop delivering. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
