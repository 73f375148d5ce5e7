using System.Text.Json;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>One aim as the computation left it.</summary>
public sealed record TimetableNote(string Aim, long Value, long Bound);

internal static class TimetableNotes
{
    public static string Of(TimetableResult result) => JsonSerializer.Serialize(
        result.Levels.Select(l => new TimetableNote(l.Objective.Id, l.Value, l.Bound)), JsonSerializerOptions.Web);

    public static IReadOnlyList<TimetableNote> Read(string notes) =>
        JsonSerializer.Deserialize<IReadOnlyList<TimetableNote>>(notes, JsonSerializerOptions.Web) ?? [];
}
