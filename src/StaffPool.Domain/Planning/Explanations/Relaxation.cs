using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Planning.Explanations;

public enum RelaxationKind
{
    /// <summary>Nothing changes but the plan, where it is not proven to be the best.</summary>
    Replan,

    /// <summary>One more site for one person.</summary>
    ExtraSite,

    /// <summary>The distance limits lifted for one person on the site of the need.</summary>
    DistanceLifted,

    /// <summary>A person agrees to the site. Only ever shown as a supposition: nobody is made to agree.</summary>
    ConsentGiven,

    /// <summary>A person takes back a refusal of the site; a supposition too.</summary>
    RefusalWithdrawn,

    /// <summary>A larger contract for one person.</summary>
    MoreTime,

    /// <summary>A new post based at the site of the need.</summary>
    NewPost,

    /// <summary>The member accepts small visits.</summary>
    SmallerBlocks,

    /// <summary>A larger quota of the member.</summary>
    QuotaRaised,

    /// <summary>A cell fixed by the administrator is left free.</summary>
    PinReleased,
}

/// <summary>One thing that could be changed for a need, not yet known to be of any use.</summary>
/// <param name="Kind">What sort of change.</param>
/// <param name="What">The change in words, with names and figures.</param>
/// <param name="Subjects">Identifiers concerned.</param>
/// <param name="ExtraHalfDays">Half-days of staff to be paid for in the period, 0 where the change costs none.</param>
/// <param name="Apply">The problem with the change, and nothing else, made.</param>
public sealed record Relaxation(
    RelaxationKind Kind,
    Text What,
    IReadOnlyList<string> Subjects,
    int ExtraHalfDays,
    Func<AllocationProblem, AllocationProblem> Apply)
{
    /// <summary>The same for the same change of the same problem, whichever need asked for it.</summary>
    public string Key => string.Join('|', Subjects.Prepend(Kind.ToString()).Append(What.ToString()));
}
