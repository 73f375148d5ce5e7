using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Amounts in euros with at most two decimals: more is a mistake, not something to round.</summary>
internal static class MoneyReader
{
    /// <summary>Far above any budget, and low enough for sums to be exact.</summary>
    public const decimal MostEuros = 1_000_000_000;

    public static Money? Required(Fields fields, string key) => fields.Required(key) is null ? null : Optional(fields, key);

    public static Money? Optional(Fields fields, string key) =>
        fields.Scalar(key) is { } scalar ? Of(scalar, key, fields.Problems) : null;

    /// <summary>An amount, not negative.</summary>
    public static Money? Of(ScalarNode scalar, string key, ProblemList problems)
    {
        if (Values.Number(scalar, key, 0, MostEuros, false, problems) is not { } euros)
        {
            return null;
        }

        if (euros * 100 == decimal.Truncate(euros * 100))
        {
            return Money.FromEuros(euros);
        }

        problems.Add(scalar.Position, "money.decimals", key, scalar.Value.Trim());
        return null;
    }
}
