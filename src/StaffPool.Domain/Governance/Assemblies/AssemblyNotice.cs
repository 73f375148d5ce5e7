namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>The letter that calls an assembly.</summary>
public sealed record AssemblyNotice
{
    /// <summary>When it left, on the clock of the seat.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the sitting opens, on the clock of the seat.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    public required string Place { get; init; }

    public required IReadOnlyList<AgendaItem> Agenda { get; init; }

    public bool IsInWriting { get; init; } = true;

    public bool IsUrgent { get; init; }

    /// <summary>Members at whose request the administrator calls it; empty where it is the administrator's own call.</summary>
    public IReadOnlyList<string> RequestedBy { get; init; } = [];

    /// <summary>Day of the first sitting, that lacked its quorum, where this calls the second; else null.</summary>
    public DateOnly? FirstSitting { get; init; }

    public bool IsSecondCall => FirstSitting is not null;

    public DateOnly SentOn => DateOnly.FromDateTime(SentAt.DateTime);

    public DateOnly Day => DateOnly.FromDateTime(OpensAt.DateTime);
}

/// <param name="Id">Identifier that the motions refer to.</param>
/// <param name="Matter">What it is about.</param>
/// <param name="Title">As written in the notice.</param>
/// <param name="College">The one college that decides it, or null where the whole assembly does.</param>
public sealed record AgendaItem(string Id, AssemblyMatter Matter, string Title, string? College = null);
