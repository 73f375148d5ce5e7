using StaffPool.Application.Replacements;

namespace StaffPool.Web.Api;

internal static class ReplacementsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListAbsences>("absences"),
        ApiEndpoint.Post<RecordAbsence>("absences").Creates("absences"),
        ApiEndpoint.Put<ReviseAbsence>("absences/{absenceId}"),
        ApiEndpoint.Delete<RemoveAbsence>("absences/{absenceId}"),
        ApiEndpoint.Get<ReadAbsenceCause>("absences/{absenceId}/cause"),
        ApiEndpoint.Get<ReadAbsenceEffect>("absences/{absenceId}/effect"),
        // Too much to be asked in an address.
        ApiEndpoint.Post<ReadReplacementCandidates>("replacement-candidates"),
        ApiEndpoint.Get<ReadCoverProposal>("cover-proposal"),
        ApiEndpoint.Get<ListOffers>("offers"),
        ApiEndpoint.Post<StartOffer>("offers"),
        ApiEndpoint.Post<AdvanceOffers>("offers/advance"),
        ApiEndpoint.Delete<CancelOffer>("offers/{offerId}"),
        ApiEndpoint.Get<ReadSolicitation>("own-offers/{solicitationId}"),
        ApiEndpoint.Post<AcceptOffer>("own-offers/{solicitationId}/acceptance"),
        ApiEndpoint.Post<DeclineOffer>("own-offers/{solicitationId}/refusal"),
        ApiEndpoint.Get<ReadOwnReplacements>("own-replacements"),
        ApiEndpoint.Put<AnswerPool>("professionals/{professionalId}/replacement-answer"),
        ApiEndpoint.Put<RevisePoolStanding>("professionals/{professionalId}/replacement-standing"),
        ApiEndpoint.Post<AddAvailability>("availabilities"),
        ApiEndpoint.Delete<RemoveAvailability>("availabilities/{id}"),
        ApiEndpoint.Get<ListPool>("replacement-pool"),
        ApiEndpoint.Get<ListTraining>("trainings"),
        ApiEndpoint.Post<PlanTraining>("trainings"),
        ApiEndpoint.Delete<CancelTraining>("trainings/{id}"),
        ApiEndpoint.Get<ListSwaps>("swaps"),
        ApiEndpoint.Post<AskSwap>("swaps").Creates("swaps"),
        ApiEndpoint.Get<ListSwapChoices>("professionals/{professionalId}/swap-choices"),
        ApiEndpoint.Post<AcceptSwap>("swaps/{swapId}/acceptance"),
        ApiEndpoint.Post<ApproveSwap>("swaps/{swapId}/approval"),
        ApiEndpoint.Delete<DeclineSwap>("swaps/{swapId}"),
        ApiEndpoint.Get<ListMissions>("missions"),
        ApiEndpoint.Get<ReadMission>("missions/{missionId}"),
        ApiEndpoint.Put<ReportMission>("missions/{missionId}/report"),
        ApiEndpoint.Post<GrantReplacementCredit>("replacement-credits"),
        ApiEndpoint.Get<ReadReplacementLedger>("replacement-ledger"),
        ApiEndpoint.Get<ReadPoolDemand>("pool-demand"),
    ];
}
