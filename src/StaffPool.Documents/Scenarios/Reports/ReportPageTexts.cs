using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios.Reports;

internal static class ReportPageTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Documents.Scenarios.Reports.ReportPageTexts", typeof(ReportPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
