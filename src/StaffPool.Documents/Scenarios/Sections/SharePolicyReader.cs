using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What social rights follow: each policy has keys of its own.</summary>
internal static class SharePolicyReader
{
    public static readonly string[] Keys = ["policy", "figure", "per-unit", "each", "numbers", "capital"];

    private enum PolicyWord
    {
        ByFigure,
        ByContribution,
        Equal,
        Fixed,
    }

    /// <returns>Null when anything is wrong; the problems say what.</returns>
    public static SharePolicy? Read(Node? node, ShareNominalValues? values, ScenarioContext context)
    {
        if (node is null || Fields.Of(node, "shares", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var hasCapital = fields.Flag("capital") ?? true;
        SharePolicy? policy = fields.RequiredChoice<PolicyWord>("policy") switch
        {
            PolicyWord.ByFigure => ByFigure(fields),
            PolicyWord.ByContribution => ByContribution(fields, values),
            PolicyWord.Equal => fields.RequiredInteger("each", 1, 1_000_000_000) is { } each ? new EqualShares(each) : null,
            PolicyWord.Fixed => Fixed(fields, context),
            _ => null,
        };
        return policy is null || hasCapital ? policy : new NoCapital(policy);
    }

    private static SharesByFigure? ByFigure(Fields fields)
    {
        var figure = fields.RequiredChoice<FigureKind>("figure");
        var perUnit = fields.Number("per-unit", 0, 1_000_000) ?? 1;
        return figure is null
            ? null
            : Invariants.Build(fields.PositionOf("per-unit"), fields.Problems, () => new SharesByFigure(figure.Value, perUnit));
    }

    private static SharesByContribution? ByContribution(Fields fields, ShareNominalValues? values)
    {
        if (values is null)
        {
            fields.Problems.Add(fields.PositionOf("policy"), "shares.no-value");
        }

        return values is null ? null : new SharesByContribution(values);
    }

    private static FixedShares? Fixed(Fields fields, ScenarioContext context)
    {
        if (fields.Required("numbers") is not { } node)
        {
            return null;
        }

        var numbers = MemberValues.Read(
            node, "numbers", context, (s, member) => Values.Number(s, member, 0, 1_000_000_000, true, context.Problems));
        return new FixedShares([.. numbers.Select(n => new ShareRow(n.Member.Id, decimal.ToInt64(n.Value)))]);
    }
}
