using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Replacements;

public enum OfferStatus
{
    Open,

    /// <summary>One person accepted: the first.</summary>
    Accepted,

    /// <summary>Nobody accepted in time.</summary>
    Expired,

    /// <summary>Nobody is left to be asked.</summary>
    Exhausted,

    Cancelled,
}

public enum SolicitationStatus
{
    /// <summary>Not written to yet.</summary>
    Waiting,

    Sent,
    Accepted,
    Declined,

    /// <summary>Never to be written to for this offer; it says why.</summary>
    Skipped,

    /// <summary>The offer ended before they answered.</summary>
    Closed,
}

/// <summary>Where an offer stands.</summary>
/// <param name="Status">Its state.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="WaveSize">People asked at a time.</param>
/// <param name="WaveMinutes">Before the next are asked too.</param>
/// <param name="People">In the published order.</param>
public sealed record OfferState(OfferStatus Status, DateTime ExpiresAt, int WaveSize, int WaveMinutes, IReadOnlyList<AskedPerson> People);

/// <param name="Status">Where it stands with them.</param>
/// <param name="SentAt">UTC; null until they are written to.</param>
/// <param name="HasChannel">Whether they chose a way to be written to.</param>
/// <param name="AskedThisMonth">Offers sent to them in this month, whatever became of them.</param>
/// <param name="IsAtRest">Whether today is a day of rest on which they did not agree to be written to.</param>
/// <param name="IsAble">Whether they can still serve it all, the law included.</param>
public sealed record AskedPerson(SolicitationStatus Status, DateTime? SentAt, bool HasChannel, int AskedThisMonth, bool IsAtRest, bool IsAble = true);

/// <summary>When nobody is written to, and how often somebody may be.</summary>
/// <param name="QuietFrom">Hour in Paris, 0 to 23.</param>
/// <param name="QuietUntil">Hour in Paris, 0 to 23.</param>
/// <param name="MostAMonth">Offers to one person in a calendar month.</param>
public sealed record OfferManners(int QuietFrom, int QuietUntil, int MostAMonth)
{
    public bool IsQuiet(DateTime utc)
    {
        var hour = ParisTime.Of(utc).Hour;
        return QuietFrom <= QuietUntil
            ? hour >= QuietFrom && hour < QuietUntil
            : hour >= QuietFrom || hour < QuietUntil;
    }

    /// <summary>When somebody can be written to again, in UTC; null where it is not quiet.</summary>
    public DateTime? EndOfQuiet(DateTime utc)
    {
        if (!IsQuiet(utc))
        {
            return null;
        }

        var local = ParisTime.Of(utc);
        var day = DateOnly.FromDateTime(local).AddDays(local.Hour < QuietUntil ? 0 : 1);
        return ParisTime.At(day, new TimeOnly(QuietUntil, 0));
    }
}

/// <summary>What is to be done with an offer now.</summary>
/// <param name="Status">Its state from now on.</param>
/// <param name="Send">Places of the people to write to.</param>
/// <param name="Skip">Places of the people never to be written to, each with the key of the reason.</param>
public sealed record OfferStep(OfferStatus Status, IReadOnlyList<int> Send, IReadOnlyList<(int Place, string Reason)> Skip)
{
    public static OfferStep Nothing(OfferStatus status) => new(status, [], []);
}

/// <summary>
/// The course of an offer: waves in the published order, quiet hours, a monthly cap (repeated calls to people at rest may be
/// seen as hidden on-call), expiry. Who accepts first has it; that is for the transaction to hold.
/// </summary>
public static class OfferCourse
{
    public const string NoChannel = "no-channel";
    public const string Cap = "cap";
    public const string NotAble = "not-able";

    /// <summary>Whether anything may have to be done now. It looks at states and instants alone: who is able need not be known yet.</summary>
    public static bool IsDue(OfferState offer, OfferManners manners, DateTime now) =>
        offer.Status == OfferStatus.Open && (now >= offer.ExpiresAt || (!manners.IsQuiet(now) && IsWaveDue(offer, now)));

    /// <param name="offer">Where it stands.</param>
    /// <param name="manners">Of the agreement.</param>
    /// <param name="now">UTC.</param>
    public static OfferStep Next(OfferState offer, OfferManners manners, DateTime now)
    {
        if (!IsDue(offer, manners, now))
        {
            return OfferStep.Nothing(offer.Status);
        }

        if (now >= offer.ExpiresAt)
        {
            return OfferStep.Nothing(OfferStatus.Expired);
        }

        var (send, skip, resting) = (new List<int>(), new List<(int, string)>(), 0);
        foreach (var (place, person) in offer.People.Index().Where(p => p.Item.Status == SolicitationStatus.Waiting))
        {
            if (send.Count == offer.WaveSize)
            {
                break;
            }

            if (!person.IsAble || !person.HasChannel || person.AskedThisMonth >= manners.MostAMonth)
            {
                skip.Add((place, !person.IsAble ? NotAble : person.HasChannel ? Cap : NoChannel));
            }
            else if (person.IsAtRest)
            {
                // Written to when they are back, if it is still open then.
                resting++;
            }
            else
            {
                send.Add(place);
            }
        }

        var isOver = send.Count == 0 && resting == 0 && offer.People.All(p => p.Status != SolicitationStatus.Sent);
        return new OfferStep(isOver ? OfferStatus.Exhausted : OfferStatus.Open, send, skip);
    }

    // The first at once; the next after a while, or as soon as everybody who was asked has refused.
    private static bool IsWaveDue(OfferState offer, DateTime now)
    {
        var last = offer.People.Max(p => p.SentAt);
        return last is null
            || offer.People.All(p => p.Status != SolicitationStatus.Sent)
            || now >= last.Value.AddMinutes(offer.WaveMinutes);
    }
}
