/** The files of OneRoster 1.2; those that are not given are said to be absent. */
export const everyFile = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courses',
  'courseResources',
  'demographics',
  'enrollments',
  'lineItemLearningObjectiveIds',
  'lineItems',
  'lineItemScoreScales',
  'orgs',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'roles',
  'scoreScales',
  'userProfiles',
  'userResources',
  'users',
] as const;

const every = 'sourcedId,status,dateLastModified';
const columns = (names: string): readonly string[] => `${every},${names}`.split(',');

/** The columns of those that are, in the order of the standard; what it has no column for follows as `metadata.`. */
export const columnsOf = {
  orgs: columns('name,type,identifier,parentSourcedId'),
  academicSessions: columns('title,type,startDate,endDate,parentSourcedId,schoolYear'),
  courses: columns('schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes,metadata.level'),
  users: columns('enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password'),
  roles: columns('userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId,metadata.role'),
  demographics: columns(
    'birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,' +
      'demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus',
  ),
  classes: columns(
    'title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
  ),
  enrollments: columns('classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate,metadata.role'),
} as const;
