using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>What can end a grouping, and what was done about it (model agreement of instruction DGAS/5D/2007-309).</summary>
public sealed record Dissolution
{
    public required IReadOnlyList<Membership> Memberships { get; init; }

    /// <summary>Last day of the grouping's term, or null where it has none.</summary>
    public DateOnly? TermEndsOn { get; init; }

    /// <summary>Day from which the assembly decided to dissolve it.</summary>
    public DateOnly? DecidedFrom { get; init; }

    /// <summary>Day from which what it was made for has come to an end.</summary>
    public DateOnly? ObjectExtinctFrom { get; init; }

    public DateOnly? PrefectToldOn { get; init; }

    public IReadOnlyList<string> Liquidators { get; init; } = [];

    /// <summary>The first of the grounds that came about by a day, or null while the grouping lives.</summary>
    public Traced<DissolutionEvent?> On(DateOnly day, FoundingAgreement agreement)
    {
        var least = agreement.ValueOf(LifeSettings.LeastMembers, day);
        var first = new (DissolutionGround Ground, DateOnly? From)[]
        {
            (DissolutionGround.Term, TermEndsOn?.AddDays(1)),
            (DissolutionGround.Decision, DecidedFrom),
            (DissolutionGround.ObjectExtinct, ObjectExtinctFrom),
            (DissolutionGround.TooFewMembers, TooFewFrom(least)),
        }.Where(g => g.From <= day).OrderBy(g => g.From).Select(g => (g.Ground, From: g.From!.Value)).FirstOrDefault();
        if (first == default)
        {
            return new(null, [LifeTexts.Of("life.not-dissolved", day, Memberships.Count(m => m.IsInForceOn(day)))]);
        }

        var days = agreement.ValueOf(LifeSettings.DissolutionNoticeDays, day);
        var tellBy = first.From.AddDays(days);
        return new(
            new DissolutionEvent(first.Ground, first.From, tellBy),
            [
                LifeTexts.Of(
                    first.Ground switch
                    {
                        DissolutionGround.Term => "life.dissolved-by-term",
                        DissolutionGround.Decision => "life.dissolved-by-decision",
                        DissolutionGround.ObjectExtinct => "life.dissolved-by-object",
                        DissolutionGround.TooFewMembers => "life.dissolved-by-members",
                        _ => throw new DomainException($"Unknown ground {first.Ground}."),
                    },
                    first.From, least),
                LifeTexts.Of("life.tell-prefect-by", first.From, days, tellBy),
            ]);
    }

    /// <summary>What remains to be done, or was done late, as seen on a day; nothing while the grouping lives.</summary>
    public IEnumerable<Violation> Assess(DateOnly day, FoundingAgreement agreement)
    {
        if (On(day, agreement).Value is not { } ended)
        {
            yield break;
        }

        if (PrefectToldOn is { } told)
        {
            if (told < ended.From)
            {
                yield return Breach("life.prefect-told-early", Severity.Blocking, told, ended.From);
            }
            else if (told > ended.TellPrefectBy)
            {
                yield return Breach("life.prefect-told-late", Severity.Blocking, told, ended.TellPrefectBy);
            }
        }
        else
        {
            yield return Breach(
                "life.prefect-to-be-told", day > ended.TellPrefectBy ? Severity.Blocking : Severity.Warning, ended.From, ended.TellPrefectBy);
        }

        if (Liquidators.Count == 0)
        {
            yield return Breach("life.no-liquidator", Severity.Blocking, ended.From);
        }

        Violation Breach(string code, Severity severity, params object?[] arguments) => new(
            code, severity, LifeTexts.Of(code, arguments), [], agreement.ReferenceOf(LifeSettings.DissolutionNoticeDays, day));
    }

    private DateOnly? TooFewFrom(int least) => Memberships
        .Where(m => m.LastDay is not null)
        .Select(m => (DateOnly?)m.LastDay!.Value.AddDays(1))
        .Where(from => Memberships.Count(m => m.IsInForceOn(from!.Value)) < least)
        .Min();
}

/// <param name="Ground">Why the grouping ends.</param>
/// <param name="From">First day on which it exists only for its liquidation.</param>
/// <param name="TellPrefectBy">Last day to tell the Préfet.</param>
public sealed record DissolutionEvent(DissolutionGround Ground, DateOnly From, DateOnly TellPrefectBy);

public enum DissolutionGround
{
    Term,
    Decision,
    ObjectExtinct,
    TooFewMembers,
}
