namespace StaffPool.Documents.Planning;

// The shape of plan.json, one record per object, properties in the order in which they are written. Each field is
// explained in docs/plan-format.md; a test holds that page complete.

internal sealed record PlanDocument(
    int FormatVersion,
    string StaffPoolVersion,
    string Language,
    PlanScenario Scenario,
    PlanInputs Inputs,
    IReadOnlyList<PlanAssignment> Assignments,
    IReadOnlyList<PlanObjective> Objectives,
    IReadOnlyList<PlanUnmetNeed> UnmetNeeds,
    IReadOnlyList<PlanViolation> Violations,
    PlanTotals Totals,
    PlanRun Run,
    ExplanationDocument? Explanations);

internal sealed record PlanScenario(string Name, string Title, string Grouping, bool HasSyntheticValues);

internal sealed record PlanInputs(
    string Hash,
    PlanPeriod Period,
    IReadOnlyList<PlanSetting> Settings,
    PlanCounts Counts,
    IReadOnlyList<PlanProfessional> Professionals,
    IReadOnlyList<PlanNeed> Needs,
    IReadOnlyList<PlanPin> Pins,
    IReadOnlyList<PlanWaiver> Waivers,
    bool HasPlanInForce,
    PlanFileInForce? PlanInForce);

internal sealed record PlanFileInForce(string File, string Hash);

internal sealed record PlanPeriod(DateOnly Start, DateOnly End);

internal sealed record PlanSetting(string Key, string Value, string Reference, string Confidence);

internal sealed record PlanCounts(int Members, int Sites, int Professions, int Professionals, int Needs, int Pins);

internal sealed record PlanProfessional(
    string Id, string Name, string Profession, string Employer, string Base, decimal FullTimeEquivalent, int CapacityHalfDays);

internal sealed record PlanNeed(
    string Id,
    string Member,
    string Site,
    string Profession,
    decimal DeclaredAmount,
    string DeclaredUnit,
    int DeclaredEveryWeeks,
    bool IsPriority,
    int LegalMinimumHalfDays,
    int HalfDays,
    int ServedHalfDays,
    IReadOnlyList<string> Conversion);

internal sealed record PlanPin(string Professional, string Need, int HalfDays);

internal sealed record PlanWaiver(string Professional, string Site, string Reason);

internal sealed record PlanAssignment(
    string Professional, string Site, string Need, int HalfDays, decimal KilometresOneWay, string DistanceMethod, string DistanceProvenance);

internal sealed record PlanObjective(
    string Id, string Label, string Unit, long Value, long Bound, double Gap, bool Proven, string PlanEngine, string BoundEngine);

internal sealed record PlanUnmetNeed(string Need, int HalfDays, int MissingHalfDays, decimal ShareServed);

internal sealed record PlanViolation(
    string Code, string Severity, string Message, IReadOnlyList<string> Subjects, string? Reference);

internal sealed record PlanTotals(
    int AskedHalfDays, int ServedHalfDays, int UnmetHalfDays, decimal Kilometres, bool Publishable, bool ProvenOptimal);

internal sealed record PlanRun(
    string EndReason,
    int Seed,
    long? Steps,
    double TimeLimitSeconds,
    string EngineChoice,
    int Pieces,
    IReadOnlyList<string> Engines,
    IReadOnlyList<PlanIncident> Incidents,
    double ElapsedSeconds,
    double FirstPlanSeconds,
    long PeakEngineMemoryBytes);

internal sealed record PlanIncident(string Engine, string Kind, string Message, string Detail);
