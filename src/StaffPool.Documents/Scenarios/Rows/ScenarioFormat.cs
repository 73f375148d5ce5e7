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
        var left = RowText.Read(extras).Entries.Where(e => !keys.Contains(e.Key.Value)).ToList();
        return left.Count == 0 ? null : Yaml.TreeWriter.Write(new Yaml.MapNode(default, left));
    }

    private Scenario StrictlyRead(byte[] file, string name)
    {
        var reading = ScenarioReader.Read(file, name, communes);
        return reading.Scenario ?? throw RowText.Refused(reading.Problems);
    }
}
