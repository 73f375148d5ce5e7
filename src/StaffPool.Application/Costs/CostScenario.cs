using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Costs;

/// <summary>All that a scenario says about money, whole and valid: section <c>costs</c> of its file.</summary>
public sealed record CostScenario
{
    /// <summary>The costs as they were spent, and the figures of the members.</summary>
    public required CostExercise Exercise { get; init; }

    /// <summary>The costs as they were expected, from which provisions are called; null where nothing was called.</summary>
    public CostExercise? Budget { get; init; }

    /// <summary>Settings of <see cref="CostSettings"/> that the grouping decided.</summary>
    public IReadOnlyList<DatedSetting> Settings { get; init; } = [];

    /// <summary>Half-days planned and lost, whose sharing gives the half-days to bill.</summary>
    public IReadOnlyList<AbsenceLine> Absences { get; init; } = [];

    public ResultDecision? Result { get; init; }

    public StaffCosts Staff { get; init; } = new();

    public NonMemberActivity? NonMembers { get; init; }

    public IReadOnlyList<Redistribution> Redistributions { get; init; } = [];

    /// <summary>Credits in hours, held against what was ordered.</summary>
    public IReadOnlyList<GrantedHours> GrantedHours { get; init; } = [];

    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    public IReadOnlyList<YearOfMember> Years { get; init; } = [];

    public IReadOnlyList<ComparedMember> Compared { get; init; } = [];

    /// <summary>Half-days that each member is billed once absences are shared.</summary>
    public IReadOnlyList<BilledHalfDays> BilledHalfDays => AbsenceRiskSharing.Run(ValueOf(CostSettings.AbsenceRisk), Absences);

    /// <summary>
    /// The exercise with the half-days billed among its figures (a member without absence line is billed none) and the
    /// surcharges of its staff among its costs.
    /// </summary>
    public CostExercise BilledExercise => Exercise with
    {
        Facts = Absences.Count == 0 ? Exercise.Facts : [.. Exercise.Facts, .. Billed()],
        Centres = [.. Exercise.Centres.Select(c => c with { Items = [.. c.Items, .. Staff.SurchargesOf(c.Id)] })],
    };

    /// <summary>The value of a setting on the first day of the exercise.</summary>
    public T ValueOf<T>(SettingDefinition<T> definition) =>
        Settings.Where(s => s.Definition == definition).InForce(Exercise.Period.Start) is { } setting
            ? (T)setting.Value
            : definition.Default;

    private IEnumerable<MemberFact> Billed()
    {
        var billed = BilledHalfDays;
        return billed.Select(b => b.ToFact()).Concat(
            from member in Exercise.Members
            where member.DaysIn(Exercise.Period) > 0
                && billed.All(b => b.MemberId != member.MemberId)
            select new MemberFact(member.MemberId, Measure.HalfDaysBilled, 0));
    }
}

/// <summary>What the assembly decided about a result.</summary>
/// <param name="Allocation">The decision.</param>
/// <param name="Parts">Part of each member; null for those of the true-up.</param>
/// <param name="IsDeficit">Whether the parts given are of a deficit.</param>
public sealed record ResultDecision(ResultAllocation Allocation, IReadOnlyList<MemberAmount>? Parts, bool IsDeficit);

/// <param name="Invoices">To clients that are not members.</param>
/// <param name="AllHalfDays">Half-days worked for members and clients together; null where the share is not asked.</param>
public sealed record NonMemberActivity(IReadOnlyList<NonMemberInvoice> Invoices, decimal? AllHalfDays);

/// <param name="Id">Name of the envelope, where its roundings are carried.</param>
/// <param name="Envelope">For all the months.</param>
/// <param name="Months">Needs of the members, month by month.</param>
public sealed record Redistribution(string Id, Money Envelope, IReadOnlyList<MonthlyNeeds> Months);

/// <param name="Given">What the member pays and would pay; its due is replaced where <paramref name="IsDueComputed"/>.</param>
/// <param name="IsDueComputed">Whether what it owes is that of the exercise.</param>
public sealed record ComparedMember(MemberCosts Given, bool IsDueComputed);
