using System.Text;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>Scenario files (docs/scenario-format.md) to rows and back. The strict reader judges both ways.</summary>
/// <param name="communes">Where communes are looked up.</param>
public sealed class ScenarioFormat(CommuneDirectory communes) : IScenarioFormat
{
    public GroupingRows ToRows(byte[] file, string name)
    {
        var scenario = StrictlyRead(file, name);
        var problems = new ProblemList();
        var text = ScenarioFile.Decode(file, problems)!;
        return RowsFromFile.Read((Yaml.MapNode)Yaml.TreeBuilder.Build(text, problems)!, scenario);
    }

    public byte[] ToFile(GroupingRows rows) => Encoding.UTF8.GetBytes(Yaml.TreeWriter.Write(new FileFromRows(rows, communes).Write()));

    public Scenario Read(GroupingRows rows) => StrictlyRead(ToFile(rows), rows.Grouping.Code);

    public string? Without(string? extras, IReadOnlyCollection<string> keys)
    {
        var entry = new ReadEntry(RowText.Read(extras));
        foreach (var key in keys)
        {
            entry.Take(key);
        }

        return entry.Left();
    }

    private Scenario StrictlyRead(byte[] file, string name)
    {
        var reading = ScenarioReader.Read(file, name, communes);
        return reading.Scenario ?? throw RowText.Refused(reading.Problems);
    }
}
