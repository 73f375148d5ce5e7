using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Rosters;

/// <param name="Path">"12:7" (line and column) where the JSON itself is broken, else the field, as "$.people[3].contract".</param>
/// <param name="Message">What is wrong and what is expected.</param>
public sealed record RosterFileProblem(string Path, Text Message);

/// <summary>What came of reading a file: all of it, or everything that is wrong with it.</summary>
/// <param name="Value">Null where there is any problem: nothing is half-read.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record RosterReading<T>(T? Value, IReadOnlyList<RosterFileProblem> Problems)
    where T : class;
