using System.Globalization;
using CsvHelper;
using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Domain.Planning;

namespace StaffPool.Documents.Planning;

/// <summary>The plan as two tables for a spreadsheet.</summary>
public static class PlanCsv
{
    public static string AssignmentsFileName(CultureInfo culture) => Words("csv.assignments", culture) + ".csv";

    public static string NeedsFileName(CultureInfo culture) => Words("csv.needs", culture) + ".csv";

    /// <summary>One line per professional and need.</summary>
    public static void WriteAssignments(Stream stream, PlannedAllocation planned, CultureInfo culture)
    {
        using var csv = SpreadsheetCsv.Open(stream, culture);
        WriteHeadings(
            csv, culture, "csv.professional-id", "csv.professional", "csv.profession", "csv.employer", "csv.base", "csv.member",
            "csv.site-id", "csv.site", "csv.commune", "csv.need-id", "csv.half-days", "csv.km-one-way", "csv.km", "csv.provenance");
        foreach (var assignment in planned.Result.Plan.Assignments)
        {
            WriteAssignment(csv, planned.Problem, assignment, culture);
        }
    }

    /// <summary>One line per need, with how its declared quantity became half-days.</summary>
    public static void WriteNeeds(Stream stream, PlannedAllocation planned, CultureInfo culture)
    {
        using var csv = SpreadsheetCsv.Open(stream, culture);
        WriteHeadings(
            csv, culture, "csv.need-id", "csv.member", "csv.site-id", "csv.site", "csv.profession", "csv.priority",
            "csv.legal-minimum", "csv.asked", "csv.served", "csv.unmet", "csv.share", "csv.conversion");
        foreach (var line in NeedServed.All(planned.Problem, planned.Result.Plan))
        {
            var need = line.Demand.Need;
            csv.WriteField(need.Id);
            csv.WriteField(need.Site.Member.Name);
            csv.WriteField(need.Site.Id);
            csv.WriteField(need.Site.Name);
            csv.WriteField(need.Profession.Name);
            csv.WriteField(Words(need.IsPriority ? "csv.yes" : "csv.no", culture));
            csv.WriteField(line.Demand.LegalMinimum, "0", culture);
            csv.WriteField(line.Asked, "0", culture);
            csv.WriteField(line.Served, "0", culture);
            csv.WriteField(line.Unmet, "0", culture);
            csv.WriteField(line.Share * 100, "0.0", culture);
            csv.WriteField(string.Join(" ; ", line.Demand.Trace.Select(t => t.In(culture))));
            csv.EndRecord();
        }
    }

    private static void WriteAssignment(CsvWriter csv, AllocationProblem problem, Assignment assignment, CultureInfo culture)
    {
        var professional = assignment.Professional;
        var distance = problem.Distances.Between(professional.Base, assignment.Site);
        csv.WriteField(professional.Id);
        csv.WriteField(professional.Name);
        csv.WriteField(professional.Profession.Name);
        csv.WriteField(professional.Employer.Name);
        csv.WriteField(professional.Base.Name);
        csv.WriteField(assignment.Site.Member.Name);
        csv.WriteField(assignment.Site.Id);
        csv.WriteField(assignment.Site.Name);
        csv.WriteField(assignment.Site.Commune.Name);
        csv.WriteField(assignment.Need.Id);
        csv.WriteField(assignment.HalfDays, "0", culture);
        csv.WriteField(distance.Kilometres, "0.0", culture);
        csv.WriteField(assignment.HalfDays * distance.Kilometres, "0.0", culture);
        csv.WriteField(DistanceTexts.Provenance(distance, problem.Distances, culture));
        csv.EndRecord();
    }

    private static void WriteHeadings(CsvWriter csv, CultureInfo culture, params string[] keys)
    {
        foreach (var key in keys)
        {
            csv.WriteField(Words(key, culture));
        }

        csv.EndRecord();
    }

    private static string Words(string key, CultureInfo culture) => PlanFileTexts.Of(key).In(culture);
}
