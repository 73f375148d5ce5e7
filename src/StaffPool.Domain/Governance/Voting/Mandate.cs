using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>A person who sits for a member, or holds an office that the member filled.</summary>
public sealed record Mandate
{
    /// <param name="person">Who; the same spelling for the same person.</param>
    /// <param name="memberId">The member represented.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, or null while it runs.</param>
    /// <param name="office">The office (president, coordinator), or null for a seat in the assembly.</param>
    public Mandate(string person, string memberId, DateOnly from, DateOnly? to = null, string? office = null)
    {
        if (to < from)
        {
            throw new DomainException(VotingTexts.Of("mandate.dates", person, from, to));
        }

        (Person, MemberId, From, To, Office) = (person, memberId, from, to, office);
    }

    public string Person { get; }

    public string MemberId { get; }

    public DateOnly From { get; }

    public DateOnly? To { get; }

    public string? Office { get; }

    public bool RunsOn(DateOnly day) => From <= day && !(day > To);
}
