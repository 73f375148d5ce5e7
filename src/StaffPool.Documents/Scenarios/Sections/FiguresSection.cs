using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Dated figures of the members: written, or read from what the file declares.</summary>
internal static class FiguresSection
{
    public static readonly string[] Keys = ["kind", "from", "values", Provenance.Source, Provenance.Synthetic];

    private const string Declared = "declared";

    public static List<MemberFigure> Read(Node? section, FoundingAgreement? agreement, ScenarioContext context)
    {
        var figures = new List<MemberFigure>();
        var lines = new Dictionary<(FigureKind, string, DateOnly), int>();
        foreach (var fields in context.Entries(section, "figures", Keys))
        {
            var kind = fields.RequiredChoice<FigureKind>("kind");
            var from = fields.RequiredDate("from");
            if (fields.Required("values") is not { } values)
            {
                continue;
            }

            var read = values is ScalarNode word
                ? OfDeclared(word, kind, from, agreement, context)
                : Written(values, kind, from, fields, context);
            foreach (var figure in read)
            {
                if (lines.TryAdd((figure.Kind, figure.MemberId, figure.From), fields.Position.Line))
                {
                    figures.Add(figure);
                }
                else
                {
                    context.Problems.Add(fields.Position, "figure.duplicate", figure.MemberId, figure.From, lines[(figure.Kind, figure.MemberId, figure.From)]);
                }
            }
        }

        return figures;
    }

    private static IEnumerable<MemberFigure> Written(Node values, FigureKind? kind, DateOnly? from, Fields fields, ScenarioContext context)
    {
        Provenance.Check(fields, context);
        var amounts = MemberValues.Read(values, "values", context, (s, member) => Values.Number(s, member, 0, 10_000_000, false, context.Problems));
        return kind is null || from is null ? [] : amounts.Select(a => new MemberFigure(a.Member.Id, kind.Value, a.Value, from.Value));
    }

    // The needs, sites and professionals say themselves where they come from.
    private static IReadOnlyList<MemberFigure> OfDeclared(
        ScalarNode word, FigureKind? kind, DateOnly? from, FoundingAgreement? agreement, ScenarioContext context)
    {
        if (word.Value.Trim() != Declared)
        {
            context.Problems.AddUnknown(word.Position, word.Value, [Declared], "choice.unknown", word.Value, "values");
            return [];
        }

        if (kind is null || from is not { } day || agreement is null)
        {
            return [];
        }

        var members = context.Members.Values;
        var conversion = new NeedConversion(
            agreement.ValueOf(AgreementSettings.HoursPerHalfDay, day), agreement.ValueOf(AgreementSettings.HoursPerFullTime, day));
        switch (kind)
        {
            case FigureKind.HalfDaysDeclared:
                return DeclaredFigures.HalfDays(members, context.Needs.Values, conversion, day);
            case FigureKind.Places:
                return DeclaredFigures.Places(members, context.Sites.Values, day);
            case FigureKind.FullTimeEquivalentsLent:
                return DeclaredFigures.FullTimeEquivalentsLent(members, context.Professionals.Values, day);
            default:
                context.Problems.Add(word.Position, "figure.not-declared");
                return [];
        }
    }
}
