namespace StaffPool.Documents.Planning;

// The shape of the explanations, one record per object, properties in the order in which they are written. Each field is
// explained in docs/plan-format.md; a test holds that page complete.

internal sealed record ExplanationFile(int FormatVersion, string StaffPoolVersion, string Language, ExplanationDocument Explanations);

internal sealed record ExplanationDocument(IReadOnlyList<ExplainedNeedDocument> Needs, RulePriceListDocument? Rules);

internal sealed record ExplainedNeedDocument(
    string Need,
    int HalfDays,
    int ServedHalfDays,
    int MissingHalfDays,
    string Summary,
    ProfessionBalanceDocument Profession,
    FunnelDocument Funnel,
    RelaxationsDocument Relaxations);

internal sealed record ProfessionBalanceDocument(string Id, int Professionals, int CapacityHalfDays, int AskedHalfDays, int ServedHalfDays);

internal sealed record FunnelDocument(
    int Professionals,
    IReadOnlyList<ServingDocument> Serving,
    IReadOnlyList<FunnelStageDocument> Stages,
    IReadOnlyList<string> CouldStillHelp);

internal sealed record ServingDocument(string Professional, int HalfDays, string? WhyNoMore);

internal sealed record FunnelStageDocument(string Stage, int Remaining, IReadOnlyList<FallenDocument> Fallen);

internal sealed record FallenDocument(string Professional, string Code, string Reason, string? Reference);

internal sealed record RelaxationsDocument(int Candidates, int RuledOut, int Untried, IReadOnlyList<RelaxationDocument> Useful);

internal sealed record RelaxationDocument(
    string Kind,
    string Change,
    string Effect,
    IReadOnlyList<string> Subjects,
    int ExtraStaffHalfDays,
    int ServedHalfDays,
    int GainedHalfDays,
    int GainedHalfDaysInAll,
    decimal Kilometres,
    IReadOnlyList<string> PeopleDisturbed,
    bool Proven,
    IReadOnlyList<RelaxedAssignment> Assignments);

internal sealed record RelaxedAssignment(string Professional, int HalfDays);

internal sealed record RulePriceListDocument(IReadOnlyList<RulePriceDocument> Prices, IReadOnlyList<string> Untried);

internal sealed record RulePriceDocument(
    string Code, string Rule, IReadOnlyList<string> Subjects, int HalfDays, decimal KilometresWithout, bool Proven);
