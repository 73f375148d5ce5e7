using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Scenarios.Reports;

internal static class ReportTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Scenarios.Reports.ReportTexts", typeof(ReportTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>A column whose heading is kept under <c>column.</c> and its identifier.</summary>
    public static ReportColumn Column(string id) => new(id, Of($"column.{id}"));

    public static IReadOnlyList<ReportColumn> Columns(params string[] ids) => [.. ids.Select(Column)];

    /// <summary>A row of one figure whose label is kept under <c>row.</c> and its identifier.</summary>
    public static ReportRow Row(string id, object value, IReadOnlyList<Text>? trace = null) =>
        new(id, Of($"row.{id}"), [new ReportFigure(value, trace ?? [])]);
}
