import type { FactKind } from './machinery/event.js';
import type { AnyOperation, Contract } from './machinery/operation.js';
import type { RefusalKind } from './machinery/refusal.js';
import { edge } from './edge/edge.contract.js';
import { federation, scopeFacts } from './federation/federation.contract.js';
import { accountFacts, personFacts, postFacts } from './identity/people.js';
import { appPurposesFacts, consentFacts, deletionRequestFacts } from './identity/consents.js';
import { disclosureFacts } from './identity/disclosures.js';
import { invitationFacts } from './identity/guardians.js';
import { appFacts, selectionFacts } from './identity/apps.js';
import { appUseFacts } from './identity/app-uses.js';
import { courseFacts } from './identity/courses.js';
import { registrationTargetFacts } from './identity/registration.js';
import { duplicateFacts, mergerFacts } from './identity/merging.js';
import { movementFacts, promotionFacts } from './identity/pupils.js';
import { transferFacts } from './identity/transfers.js';
import { classFacts, enrolmentFacts } from './identity/rosters.js';
import { files } from './files/files.js';
import { termFacts } from './identity/terms.js';
import { cardFacts } from './identity/cards.js';
import { staffRecordFacts } from './identity/staff-records.js';
import { identity } from './identity/identity.js';
import { secondFactorFacts } from './identity/second-factors.js';
import { classSignInFacts, pupilPinFacts } from './identity/class-sign-in.js';
import { signInPolicyFacts } from './identity/sign-in-policies.js';
import { identityProviderFacts, signInLinkFacts } from './identity/identity-providers.js';
import { organisationFacts } from './identity/organisations.js';
import { subPlatformFacts } from './identity/sub-platforms.js';
import { sandboxFacts } from './identity/sandbox.js';
import { filingNoticeFacts, filingPolicyFacts } from './identity/app-reach.js';
import { vendorFacts } from './identity/vendors.js';
import { MoveNotAllowed } from './life-cycle.js';
import { dailyReportFacts, guardPeriodFacts } from './incidents/guard-periods.js';
import { incidents } from './incidents/incidents.js';
import { incidentFacts } from './incidents/shapes.js';
import { classrooms } from './classrooms/classrooms.js';
import { deliveredClassFacts } from './classrooms/delivered-classes.js';
import { gradeCategoryFacts, gradeResultFacts, lineItemFacts, scoreScaleFacts } from './classrooms/gradebook.js';
import { attendanceFacts, classSessionFacts } from './classrooms/sessions.js';
import { onlineCourseFacts } from './resources/courses/courses.js';
import { mainSubjectsFacts } from './resources/courses/main-subjects.js';
import { seriesFacts } from './resources/courses/series.js';
import { courseStandardFacts } from './resources/courses/standards.js';
import { harvestSourceFacts } from './resources/harvest-sources.js';
import { resources } from './resources/resources.js';
import { resourceFileFacts, transcodingFacts } from './resources/resource-files.js';
import { curriculumFacts } from './resources/curriculum.js';
import {
  orderComplaintFacts,
  orderDeliveryFacts,
  orderPublicationFacts,
  orderRoundFacts,
  orderTitleFacts,
  schoolOrderFacts,
} from './resources/orders/index.js';
import { holdingFacts, holdingUseFacts, loanFacts } from './resources/holdings/index.js';
import { clientProgramFacts, clientUseFacts } from './resources/client-programs/client-programs.js';
import { productFacts, productScoringFacts, productTestFacts } from './resources/product-tests/product-tests.js';
import { creditAppealFacts, creditFacts } from './resources/credits.js';
import { resourceReportFacts } from './resources/reports.js';
import { reviewerFacts, reviewRuleFacts } from './resources/review-rules.js';
import { resourceFacts, standingFacts } from './resources/shapes.js';
import { resourceUseFacts } from './resources/uses.js';
import { questionFacts } from './resources/questions.js';
import { testPaperFacts } from './resources/test-papers.js';
import { reporting } from './reporting/reporting.contract.js';
import { dataSetFacts } from './reporting/data-sets.js';
import { addedSectionFacts, sectionAnswerFacts } from './reporting/added-sections.js';
import { formFacts } from './reporting/forms.js';
import { urgingFacts } from './reporting/completion.js';
import { exceptionFacts } from './reporting/exceptions.js';
import { holidaysFacts } from './reporting/holidays.js';
import { assessmentFacts } from './reporting/assessments.js';
import { deductionFacts } from './reporting/deductions.js';
import { ratingObjectionFacts } from './reporting/rating-objections.js';
import { ratingFacts } from './reporting/ratings.js';
import { rubricFacts } from './reporting/rubrics.js';
import { fundEntryFacts, fundFacts, publicFundsFacts } from './reporting/funds.js';
import { buildPlanFacts, milestoneFacts, progressReportFacts } from './reporting/milestones.js';
import { namedAnswerFacts, surveyFacts } from './reporting/surveys.js';
import { periodFacts } from './reporting/periods.js';
import { snapshotFacts } from './reporting/snapshots.js';
import { bulletinFacts, bulletinReceiptFacts } from './reporting/bulletins.js';
import { bulletinObjectionFacts } from './reporting/bulletin-objections.js';
import { submissionFacts } from './reporting/submissions.js';
import { validationRuleFacts } from './reporting/validation-rules.js';
import { targetFacts } from './reporting/targets.js';
import { earlyWarningFacts } from './reporting/early-warnings.js';
import { thresholdFacts } from './reporting/thresholds.js';
import { activities } from './activities/activities.contract.js';
import { entryFacts } from './activities/entries.js';
import { evaluationFacts } from './activities/evaluations.js';
import { objectionFacts, publicNoticeFacts } from './activities/notices.js';
import { callFacts } from './activities/calls/calls.js';
import { workOpinionFacts } from './activities/calls/opinions.js';
import { callTaskFacts } from './activities/calls/tasks.js';
import { callWorkFacts } from './activities/calls/works.js';
import { activityFacts } from './activities/settings.js';
import { signIns } from './sign-ins/sign-ins.contract.js';
import { subscriptions } from './subscriptions/subscriptions.contract.js';
import { pingFacts } from './subscriptions/subscriptions.js';
import * as platform from './platform.refusals.js';

/** Every contract of the platform: what the gateway routes, documents and words. */
export const publicContracts: readonly Contract[] = [
  identity,
  edge,
  resources,
  classrooms,
  incidents,
  reporting,
  activities,
  files,
  federation,
  subscriptions,
  signIns,
];

/** Every declared kind of fact: what a peer or a subscriber may hear. */
export const publicFacts: readonly Readonly<Record<string, FactKind>>[] = [
  organisationFacts,
  subPlatformFacts,
  personFacts,
  postFacts,
  staffRecordFacts,
  cardFacts,
  accountFacts,
  invitationFacts,
  secondFactorFacts,
  signInPolicyFacts,
  classSignInFacts,
  pupilPinFacts,
  identityProviderFacts,
  signInLinkFacts,
  vendorFacts,
  appPurposesFacts,
  consentFacts,
  deletionRequestFacts,
  duplicateFacts,
  mergerFacts,
  movementFacts,
  promotionFacts,
  transferFacts,
  disclosureFacts,
  appFacts,
  appUseFacts,
  selectionFacts,
  termFacts,
  courseFacts,
  sandboxFacts,
  filingPolicyFacts,
  filingNoticeFacts,
  classFacts,
  enrolmentFacts,
  registrationTargetFacts,
  resourceFacts,
  curriculumFacts,
  orderTitleFacts,
  holdingFacts,
  holdingUseFacts,
  loanFacts,
  orderRoundFacts,
  schoolOrderFacts,
  orderDeliveryFacts,
  orderPublicationFacts,
  orderComplaintFacts,
  productFacts,
  productTestFacts,
  productScoringFacts,
  standingFacts,
  reviewRuleFacts,
  reviewerFacts,
  resourceReportFacts,
  creditFacts,
  creditAppealFacts,
  mainSubjectsFacts,
  seriesFacts,
  courseStandardFacts,
  onlineCourseFacts,
  resourceUseFacts,
  clientProgramFacts,
  clientUseFacts,
  harvestSourceFacts,
  resourceFileFacts,
  transcodingFacts,
  questionFacts,
  testPaperFacts,
  deliveredClassFacts,
  classSessionFacts,
  attendanceFacts,
  gradeCategoryFacts,
  scoreScaleFacts,
  lineItemFacts,
  gradeResultFacts,
  incidentFacts,
  guardPeriodFacts,
  dailyReportFacts,
  dataSetFacts,
  formFacts,
  addedSectionFacts,
  sectionAnswerFacts,
  periodFacts,
  holidaysFacts,
  exceptionFacts,
  urgingFacts,
  submissionFacts,
  bulletinFacts,
  bulletinReceiptFacts,
  bulletinObjectionFacts,
  snapshotFacts,
  rubricFacts,
  assessmentFacts,
  ratingFacts,
  deductionFacts,
  ratingObjectionFacts,
  surveyFacts,
  namedAnswerFacts,
  fundFacts,
  fundEntryFacts,
  publicFundsFacts,
  buildPlanFacts,
  milestoneFacts,
  progressReportFacts,
  validationRuleFacts,
  targetFacts,
  thresholdFacts,
  earlyWarningFacts,
  activityFacts,
  entryFacts,
  evaluationFacts,
  publicNoticeFacts,
  objectionFacts,
  callFacts,
  callTaskFacts,
  callWorkFacts,
  workOpinionFacts,
  scopeFacts,
  pingFacts,
];

/** Every operation with a REST route. */
export const publicOperations = (contracts: readonly Contract[] = publicContracts): readonly AnyOperation[] =>
  contracts.flatMap((operations) => Object.values(operations)).filter((op) => !op.internal);

/** Refusals that any operation may give without declaring them. */
export const platformRefusals: readonly RefusalKind[] = [
  ...Object.values(platform).filter((exported): exported is Exclude<typeof exported, typeof platform.InputFault> => 'code' in exported),
  MoveNotAllowed,
];
