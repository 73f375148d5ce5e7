using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>How a new split of the rights becomes law between the members.</summary>
public enum RightsRevision
{
    /// <summary>The agreement holds the formula: the new split follows from it, nothing is amended.</summary>
    Formula,

    /// <summary>
    /// The agreement holds the split: a new one changes it, which takes unanimity of the members present or represented
    /// (CASF R.312-194-21 5° and R.312-194-22).
    /// </summary>
    Amendment,
}

/// <summary>The split of the rights before and after a needs campaign, and the capital that follows.</summary>
/// <param name="EffectiveFrom">First day of the new split.</param>
/// <param name="Mode">Whether it follows from the formula or is an amendment.</param>
/// <param name="Rows">One per member of either table.</param>
public sealed record ShareRevision(DateOnly EffectiveFrom, RightsRevision Mode, IReadOnlyList<ShareRevisionRow> Rows)
{
    private static readonly LegalReference Majorities = new("CASF R.312-194-22", Confidence.Text);
    private static readonly LegalReference Withdrawal = new("CASF R.312-194-10", Confidence.Text);

    /// <summary>Compares two tables; the shares that appear or disappear are paid at the value of the day.</summary>
    /// <param name="before">Rights in force.</param>
    /// <param name="after">Rights from <paramref name="effectiveFrom"/>.</param>
    /// <param name="effectiveFrom">First day of the new split.</param>
    /// <param name="mode">What the agreement says.</param>
    /// <param name="nominalValues">Value of a share; not read without capital, and then null.</param>
    /// <param name="nameOf">Name of a member, for the steps.</param>
    /// <exception cref="DomainException">A capital, and no value of a share.</exception>
    public static Traced<ShareRevision> Between(
        ShareTable before,
        ShareTable after,
        DateOnly effectiveFrom,
        RightsRevision mode,
        ShareNominalValues? nominalValues,
        Func<string, string> nameOf)
    {
        var price = (after.HasCapital, nominalValues) switch
        {
            (false, _) => Money.Zero,
            (true, { } values) => values.On(effectiveFrom),
            (true, null) => throw new DomainException(ShareTexts.Of("revision.no-value")),
        };
        var rows = before.Rows.Concat(after.Rows)
            .Select(r => r.MemberId)
            .Distinct(StringComparer.Ordinal)
            .Select(id => new ShareRevisionRow(id, before.Of(id), after.Of(id), price * (after.Of(id) - before.Of(id))))
            .ToList();
        var trace = new List<Text>
        {
            ShareTexts.Of(mode == RightsRevision.Formula ? "revision.formula" : "revision.amendment", effectiveFrom),
        };
        trace.AddRange(rows.Where(r => r.Difference != 0).Select(r => (after.HasCapital, r.Difference > 0) switch
        {
            (false, _) => ShareTexts.Of("revision.rights", nameOf(r.MemberId), r.Before, r.After),
            (true, true) => ShareTexts.Of("revision.more", nameOf(r.MemberId), r.Before, r.After, r.Difference, price, r.Capital),
            (true, false) => ShareTexts.Of("revision.fewer", nameOf(r.MemberId), r.Before, r.After, -r.Difference, price, -r.Capital),
        }));
        trace.Add(ShareTexts.Of("revision.total", before.Total, after.Total));
        return new(new ShareRevision(effectiveFrom, mode, rows), trace);
    }

    /// <summary>What the assembly must know before it adopts the revision.</summary>
    public IReadOnlyList<Violation> Assess(Func<string, string> nameOf) =>
    [
        .. Mode == RightsRevision.Amendment && Rows.Any(r => r.Difference != 0)
            ? new[] { new Violation("revision.unanimity", Severity.Warning, ShareTexts.Of("revision.unanimity"), [], Majorities) }
            : [],
        .. Rows.Where(r => r is { Before: 0, After: > 0 }).Select(r => new Violation(
            "revision.admission", Severity.Warning, ShareTexts.Of("revision.admission", nameOf(r.MemberId)), [r.MemberId], Majorities)),
        .. Rows.Where(r => r is { Before: > 0, After: 0 }).Select(r => new Violation(
            "revision.withdrawal", Severity.Warning, ShareTexts.Of("revision.withdrawal", nameOf(r.MemberId)), [r.MemberId], Withdrawal)),
    ];

    /// <summary>The register after the revision: shares given up are cancelled first, new ones numbered after the last.</summary>
    /// <exception cref="DomainException">The register does not hold the shares that the revision started from.</exception>
    public ShareRegister ApplyTo(ShareRegister register, LegalReference reference)
    {
        var held = register.ToTable();
        if (Rows.Any(r => r.Before != held.Of(r.MemberId)) || register.Total != Rows.Sum(r => r.Before))
        {
            throw new DomainException(ShareTexts.Of("revision.other-register"));
        }

        foreach (var row in Rows.Where(r => r.Difference < 0))
        {
            register = register.Cancel(row.MemberId, -row.Difference, EffectiveFrom, reference);
        }

        foreach (var row in Rows.Where(r => r.Difference > 0))
        {
            register = register.Issue(row.MemberId, row.Difference, EffectiveFrom, reference);
        }

        return register;
    }
}

/// <param name="MemberId">The member.</param>
/// <param name="Before">Shares until then.</param>
/// <param name="After">Shares from then on.</param>
/// <param name="Capital">To be paid in; negative where it is to be returned.</param>
public sealed record ShareRevisionRow(string MemberId, long Before, long After, Money Capital)
{
    public long Difference => After - Before;
}
