using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Documents.Planning;

/// <summary>Proposed posts as a document. See docs/plan-format.md.</summary>
public static class PostsJson
{
    /// <param name="stream">Left open.</param>
    /// <param name="proposed">What is proposed.</param>
    /// <param name="costs">What it is reckoned to cost.</param>
    /// <param name="culture">Language of the names.</param>
    public static void Write(Stream stream, PostsProposed proposed, PostCosts costs, CultureInfo culture)
    {
        var proposals = proposed.Proposals;
        PlanJson.WriteDocument(
            stream,
            new PostsDocument(
                PlanJson.FormatVersion,
                PlanDocumentBuilder.StaffPoolVersion,
                culture.TwoLetterISOLanguageName,
                proposed.Scenario.Name,
                proposed.Scenario.InputHash,
                new PlanPeriod(proposed.Problem.Period.Start, proposed.Problem.Period.End),
                proposed.Options.Fewest,
                proposed.Options.Share,
                proposed.Options.SmallestTenths / 10m,
                new PostsCosts(costs.PerFullTimeEquivalent, costs.ByProfession, costs.PerKilometre, "choice"),
                [.. proposals.Groups.Select(g => GroupOf(proposed, costs, g))],
                [.. proposed.StillUnmet.Select(PlanDocumentBuilder.UnmetOf)],
                Math.Round(proposals.Elapsed.TotalSeconds, 3),
                proposals.Incidents));
    }

    private static PostsGroup GroupOf(PostsProposed proposed, PostCosts costs, PostGroup group) => new(
        [.. group.Professions.Select(p => p.Id)],
        group.Asked,
        group.UnmetBefore,
        group.OutOfReach,
        group.UnmetAfter,
        group.Tenths / 10m,
        group.TenthsBound / 10m,
        group.IsProven,
        [.. group.Posts.Select(p => PostOf(proposed, costs, p))]);

    private static PostsPost PostOf(PostsProposed proposed, PostCosts costs, ProposedPost post)
    {
        var perYear = proposed.KilometresPerYear(post);
        return new PostsPost(
            post.Professional.Id,
            post.Professional.Profession.Id,
            post.Professional.Base.Id,
            post.Professional.Employer.Id,
            post.Professional.FullTimeEquivalent,
            post.Capacity,
            post.HalfDays,
            proposed.Kilometres(post),
            costs.Salary(post),
            costs.Travel(perYear),
            [.. post.Assignments.Select(a => new PostsVisit(
                a.Site.Id, a.Need.Id, a.HalfDays, proposed.Proposals.After.Distances.Between(a.Professional.Base, a.Site).Kilometres))]);
    }
}

internal sealed record PostsDocument(
    int FormatVersion,
    string StaffPoolVersion,
    string Language,
    string Scenario,
    string InputHash,
    PlanPeriod Period,
    bool Fewest,
    decimal Share,
    decimal SmallestPost,
    PostsCosts Costs,
    IReadOnlyList<PostsGroup> Groups,
    IReadOnlyList<PlanUnmetNeed> StillUnmet,
    double ElapsedSeconds,
    IReadOnlyList<string> Incidents);

internal sealed record PostsCosts(
    decimal PerFullTimeEquivalent, IReadOnlyDictionary<string, decimal> ByProfession, decimal PerKilometre, string Confidence);

internal sealed record PostsGroup(
    IReadOnlyList<string> Professions,
    int AskedHalfDays,
    int UnmetBefore,
    int OutOfReach,
    int UnmetAfter,
    decimal FullTimeEquivalents,
    decimal Bound,
    bool Proven,
    IReadOnlyList<PostsPost> Posts);

internal sealed record PostsPost(
    string Id,
    string Profession,
    string Base,
    string Employer,
    decimal FullTimeEquivalent,
    int CapacityHalfDays,
    int HalfDays,
    decimal Kilometres,
    decimal SalaryPerYear,
    decimal TravelPerYear,
    IReadOnlyList<PostsVisit> Visits);

internal sealed record PostsVisit(string Site, string Need, int HalfDays, decimal KilometresOneWay);
