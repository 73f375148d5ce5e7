using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The text that imposes a value: keys <c>reference</c> and <c>confidence</c>.</summary>
internal static class References
{
    public static LegalReference? Read(Fields fields)
    {
        var citation = fields.RequiredText("reference");
        var confidence = fields.Choice<Confidence>("confidence");
        return citation is null ? null : new LegalReference(citation, confidence ?? Confidence.Source);
    }
}
