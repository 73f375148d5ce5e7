using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs;

/// <summary>
/// What rounding to the cent still owes each member, account by account, carried from one run to the next so that the
/// odd cent never falls on the same member year after year. A value: rounding returns the next ledger and leaves
/// this one as it was, so that a run made again from the same ledger gives the same cents.
/// </summary>
public sealed record RoundingLedger
{
    /// <summary>Balances are whole millionths of a cent: added up over any number of years, they stay exact.</summary>
    public const long MicroCentsPerCent = 1_000_000;

    private readonly Dictionary<(string Account, string MemberId), long> _microCents;

    /// <exception cref="DomainException">Two balances for one account and member.</exception>
    public RoundingLedger(IEnumerable<RoundingBalance> balances)
    {
        _microCents = [];
        foreach (var balance in balances)
        {
            if (!_microCents.TryAdd((balance.Account, balance.MemberId), balance.MicroCents))
            {
                throw new DomainException($"Two rounding balances for '{balance.MemberId}' in '{balance.Account}'.");
            }
        }
    }

    public static RoundingLedger Empty { get; } = new([]);

    /// <summary>Balances other than zero, by account then member.</summary>
    public IReadOnlyList<RoundingBalance> Balances =>
    [
        .. _microCents.Where(e => e.Value != 0)
            .OrderBy(e => e.Key.Account, StringComparer.Ordinal)
            .ThenBy(e => e.Key.MemberId, StringComparer.Ordinal)
            .Select(e => new RoundingBalance(e.Key.Account, e.Key.MemberId, e.Value)),
    ];

    /// <summary>
    /// Whole cents for each member. Each gets the cents below its exact share plus what is carried, then the cents
    /// left go one by one to the largest remainders; equal ones to the first identifier. The order of
    /// <paramref name="shares"/> changes nothing. While the same members take part, a balance stays under one cent:
    /// nobody is ever a cent away from the sum of its exact shares, even if a share of less than a cent must now and
    /// then be given a cent back. A member without a share gets nothing, and its balance waits.
    /// </summary>
    /// <param name="account">Where the balances are kept: a cost centre, or one component of a cost.</param>
    /// <param name="total">What the parts add up to; may be negative (a credit).</param>
    /// <param name="shares">Exact shares in cents, one per member, which add up to <paramref name="total"/>.</param>
    /// <returns>One part per share, by member identifier, and the ledger for the next run.</returns>
    /// <exception cref="DomainException">A member twice, or shares that do not add up to the total.</exception>
    public RoundedSplit Round(string account, Money total, IReadOnlyList<ExactShare> shares)
    {
        var members = shares.OrderBy(s => s.MemberId, StringComparer.Ordinal).ToList();
        if (members.Select(s => s.MemberId).Distinct(StringComparer.Ordinal).Count() != members.Count)
        {
            throw new DomainException($"A member has two shares in '{account}'.");
        }

        // Decimals keep 28 digits: beyond a thousandth of a cent it is not their rounding, the shares are wrong.
        if (decimal.Abs(members.Sum(s => s.Cents) - total.Cents) > 0.001m)
        {
            throw new DomainException(string.Create(
                CultureInfo.InvariantCulture, $"The shares in '{account}' do not add up to {total.Cents} cents."));
        }

        var active = members.Where(s => s.Cents != 0).ToList();
        var due = Whole([.. active.Select(s => s.Cents * MicroCentsPerCent)], total.Cents * MicroCentsPerCent)
            .Zip(active, (share, member) => share + BalanceOf(account, member.MemberId))
            .ToList();
        var cents = Whole([.. due.Select(d => (decimal)d / MicroCentsPerCent)], total.Cents);

        var next = new Dictionary<(string, string), long>(_microCents);
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < active.Count; i++)
        {
            given[active[i].MemberId] = cents[i];
            next[(account, active[i].MemberId)] = due[i] - (cents[i] * MicroCentsPerCent);
        }

        var ledger = new RoundingLedger(next.Select(e => new RoundingBalance(e.Key.Item1, e.Key.Item2, e.Value)));
        return new RoundedSplit(
            [
                .. members.Select(m => new RoundedPart(
                    m.MemberId,
                    new Money(given.GetValueOrDefault(m.MemberId)),
                    m.Cents,
                    (decimal)BalanceOf(account, m.MemberId) / MicroCentsPerCent,
                    (decimal)ledger.BalanceOf(account, m.MemberId) / MicroCentsPerCent)),
            ],
            ledger);
    }

    private long BalanceOf(string account, string memberId) => _microCents.GetValueOrDefault((account, memberId));

    // Largest remainder on signed shares. The carried balances of those who take part need not add up to zero when
    // others are away, so the units left can be below zero or more than one each: hence the turns.
    private static long[] Whole(IReadOnlyList<decimal> exact, long total)
    {
        var parts = exact.Select(e => (long)decimal.Floor(e)).ToArray();
        var turns = Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i]).ThenBy(i => i).ToList();
        var left = total - parts.Sum();
        for (var turn = 0; turn < Math.Abs(left); turn++)
        {
            parts[left > 0 ? turns[turn % turns.Count] : turns[^((turn % turns.Count) + 1)]] += Math.Sign(left);
        }

        return parts;
    }
}

/// <param name="Account">Cost centre or component of a cost.</param>
/// <param name="MemberId">The member.</param>
/// <param name="MicroCents">Millionths of a cent of its exact shares that it has not been charged yet; negative when charged in advance.</param>
public sealed record RoundingBalance(string Account, string MemberId, long MicroCents);

/// <param name="MemberId">The member.</param>
/// <param name="Cents">Its exact share, in cents and fractions of a cent.</param>
public sealed record ExactShare(string MemberId, decimal Cents);

/// <param name="MemberId">The member.</param>
/// <param name="Amount">Its whole cents.</param>
/// <param name="ExactCents">Its exact share, in cents.</param>
/// <param name="CarriedIn">Cents carried from the former run.</param>
/// <param name="CarriedOut">Cents carried to the next one.</param>
public sealed record RoundedPart(string MemberId, Money Amount, decimal ExactCents, decimal CarriedIn, decimal CarriedOut);

/// <param name="Parts">One per share, by member identifier; they add up to the total.</param>
/// <param name="Ledger">For the next run.</param>
public sealed record RoundedSplit(IReadOnlyList<RoundedPart> Parts, RoundingLedger Ledger);
