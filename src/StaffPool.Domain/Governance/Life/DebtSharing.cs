using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Life;

/// <summary>
/// Debts follow rights, not use: each member answers in proportion to its rights, to the cent (rule of the GIP and of
/// the EHPAD thesis of 2018 for the GCSMS, CASF R.312-194-11 and -12 not read).
/// </summary>
public static class DebtSharing
{
    /// <summary>What each member owes of a debt; the parts add up to it.</summary>
    /// <param name="debt">Amount and day when it falls due.</param>
    /// <param name="rights">Rights of each member on that day.</param>
    /// <param name="memberships">Since when each is a member; one that is not listed has always been.</param>
    /// <param name="agreement">Says whether newcomers answer for earlier debts.</param>
    /// <returns>One share per member with rights, in ordinal order of identifiers, with the steps.</returns>
    /// <exception cref="DomainException">The debt is negative, or no member answers for it.</exception>
    public static Traced<IReadOnlyList<DebtShare>> Share(
        Debt debt, VoteTable rights, IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        Assess(debt, rights, memberships, agreement).ThrowFirst();

        var (answering, newcomers) = Answering(debt, rights, memberships, agreement);
        var total = answering.Sum(h => h.Rights);
        var cents = Apportionment.LargestRemainder(debt.Amount.Cents, [.. answering.Select(h => (decimal)h.Rights)]);
        var shares = answering.Zip(cents, (h, part) => new DebtShare(h.Id, h.Rights, new Money(part))).ToList();
        var isExact = shares.All(s => debt.Amount.Cents * (decimal)s.Rights % total == 0);
        IReadOnlyList<Text> trace =
        [
            .. newcomers.Select(h => LifeTexts.Of("life.debt-before", h.Since!.Member.Name, h.Since.From, debt.DueOn)),
            .. answering.Zip(shares, (h, s) => LifeTexts.Of("life.debt-share", h.Since?.Member.Name ?? h.Id, debt.Amount, s.Rights, total, s.Amount)),
            .. isExact ? Array.Empty<Text>() : [LifeTexts.Of("life.debt-rounded", debt.Amount)],
        ];
        return new(shares, trace);
    }

    /// <summary>A debt that cannot be shared.</summary>
    public static IEnumerable<Violation> Assess(
        Debt debt, VoteTable rights, IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        if (debt.Amount < Money.Zero)
        {
            yield return Breach("life.debt-negative", debt.Amount);
        }
        else if (Answering(debt, rights, memberships, agreement).Answering.Count == 0)
        {
            yield return Breach("life.debt-of-nobody", debt.Amount, debt.DueOn);
        }

        static Violation Breach(string code, params object?[] arguments) =>
            new(code, Severity.Blocking, LifeTexts.Of(code, arguments), []);
    }

    private static (IReadOnlyList<Holder> Answering, IReadOnlyList<Holder> Newcomers) Answering(
        Debt debt, VoteTable rights, IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        var laterOnly = agreement.ValueOf(LifeSettings.NewcomerAnswersForLaterDebts, debt.DueOn);
        var holders = rights.Rows
            .GroupBy(r => r.MemberId)
            .Select(g => new Holder(g.Key, g.Sum(r => r.Rights), memberships.Where(m => m.Member.Id == g.Key).MinBy(m => m.From)))
            .Where(h => h.Rights > 0)
            .OrderBy(h => h.Id, StringComparer.Ordinal)
            .ToList();
        var newcomers = laterOnly ? holders.Where(h => h.Since?.From > debt.DueOn).ToList() : [];
        return ([.. holders.Except(newcomers)], newcomers);
    }

    private sealed record Holder(string Id, long Rights, Membership? Since);
}

/// <param name="Amount">Not negative.</param>
/// <param name="DueOn">Day when it falls due.</param>
public sealed record Debt(Money Amount, DateOnly DueOn);

/// <param name="MemberId">Who owes it.</param>
/// <param name="Rights">The rights that it follows.</param>
/// <param name="Amount">The part owed.</param>
public sealed record DebtShare(string MemberId, long Rights, Money Amount);
