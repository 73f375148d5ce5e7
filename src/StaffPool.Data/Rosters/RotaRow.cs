using StaffPool.Data.Workforce;

namespace StaffPool.Data.Rosters;

/// <summary>Whose turn it is in a zone, over some months: a draft until it is published.</summary>
public sealed class RotaRow : GroupingOwned
{
    public Guid ZoneId { get; set; }

    public ZoneRow? Zone { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public RotaStatus Status { get; set; }

    /// <summary>The computation that made it.</summary>
    public Guid RunId { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>How good it is and what is missing, as JSON.</summary>
    public required string Document { get; set; }

    public List<RotaTurnRow> Turns { get; } = [];
}

/// <summary>One turn: nobody has it where no professional is named.</summary>
public sealed class RotaTurnRow : GroupingOwned
{
    public Guid RotaId { get; set; }

    /// <summary>Day on which it starts, in Paris: one turn a day in a rota.</summary>
    public DateOnly Day { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; set; }

    public Guid? ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    /// <summary>Whether a person decided it: computed again, it stays.</summary>
    public bool IsPinned { get; set; }
}

public enum RotaStatus
{
    Draft,
    Published,
    Replaced,
}
