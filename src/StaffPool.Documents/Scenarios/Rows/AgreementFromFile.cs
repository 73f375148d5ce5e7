using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The agreement: every section that no table took.</summary>
internal static class AgreementFromFile
{
    private static readonly DateOnly Always = new(1900, 1, 1);

    /// <param name="file">What is left of it.</param>
    /// <param name="grouping">Whose agreement it is.</param>
    public static AgreementRow Read(ReadEntry file, GroupingRow grouping)
    {
        var agreement = file.See("agreement") as MapNode;
        var terms = ReadEntry.ListOf(file.See("rights"))
            .Concat(ReadEntry.ListOf(agreement?.Entries.FirstOrDefault(e => e.Key.Value == "settings").Value));
        return new AgreementRow
        {
            // In force from the first day that it or the rights speak of.
            ValidFrom = terms.Select(t => new ReadEntry(t).Day("from")).Min() ?? Always,
            Reference = (agreement is null ? null : new ReadEntry(agreement).Text(Provenance.Source)) ?? grouping.Name,
            Sections = file.Left() ?? "",
        };
    }
}
