using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The sections on rights, votes, assemblies and the life of the grouping.</summary>
internal static class GovernanceSections
{
    public static readonly string[] Keys =
        ["figures", "contributions", "mandates", "rights", "share-values", "share-register", "assemblies", "life"];

    public static ScenarioGovernance Read(Fields fields, FoundingAgreement? agreement, ScenarioContext context)
    {
        var values = ShareValuesSection.Read(fields.Node("share-values"), context);
        var rights = RightsSection.Read(fields.Node("rights"), values, context);
        var consultative = (rights?.Terms ?? []).SelectMany(t => t.ConsultativeMembers).ToHashSet(StringComparer.Ordinal);
        var assemblies = AssembliesSection.Read(fields.Node("assemblies"), context);
        if (assemblies.Count > 0 && !fields.Has("rights"))
        {
            context.Problems.Add(fields.PositionOf("assemblies"), "assemblies.no-rights");
        }

        return new ScenarioGovernance
        {
            Figures = FiguresSection.Read(fields.Node("figures"), agreement, context),
            Contributions = ContributionsSection.Read(fields.Node("contributions"), context),
            Mandates = MandatesSection.Read(fields.Node("mandates"), context),
            Rights = rights,
            ShareValues = values,
            Register = ShareRegisterSection.Read(fields.Node("share-register"), context),
            Assemblies = assemblies,
            Life = LifeSection.Read(fields.Node("life"), consultative, context),
        };
    }
}
