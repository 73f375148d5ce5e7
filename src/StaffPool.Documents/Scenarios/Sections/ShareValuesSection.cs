using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What a share is worth, and since when.</summary>
internal static class ShareValuesSection
{
    public static readonly string[] Keys = ["from", "value", "reference", "confidence"];

    public static ShareNominalValues? Read(Node? section, ScenarioContext context)
    {
        var values = new List<ShareNominalValue>();
        foreach (var fields in context.Entries(section, "share-values", Keys))
        {
            var from = fields.RequiredDate("from");
            var value = MoneyReader.Required(fields, "value");
            var reference = References.Read(fields);
            if (from is not null && value is not null && reference is not null)
            {
                values.Add(new ShareNominalValue(from.Value, value.Value, reference));
            }
        }

        return section is null || values.Count == 0
            ? null
            : Invariants.Build(section.Position, context.Problems, () => new ShareNominalValues(values));
    }
}
