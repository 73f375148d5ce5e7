using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Cli.Planning;

/// <summary>Proposed posts, profession by profession, then all of them in one table with what they are reckoned to cost.</summary>
internal sealed class PostsReport(IAnsiConsole console, CliTexts texts)
{
    // Below, the time is more easily found with somebody who is there.
    private const decimal LowLoad = 0.5m;

    private const int UnmetShown = 15;

    public void Write(PostsProposed proposed, PostCosts costs)
    {
        Tables.WriteTitle(console, texts[proposed.Options.Fewest ? "posts.title.fewest" : "posts.title", proposed.Scenario.Title]);
        var groups = proposed.Proposals.Groups;
        foreach (var group in groups.Where(g => g.Posts.Count > 0))
        {
            WriteGroup(proposed, costs, group);
        }

        WriteWithoutPost(groups);
        WriteTable(proposed, costs);
        WriteStillUnmet(proposed);
        WriteNotes(proposed, costs);
    }

    private void WriteGroup(PostsProposed proposed, PostCosts costs, PostGroup group)
    {
        console.WriteLine();
        console.Write(new Text(
            texts[proposed.Options.Fewest ? "posts.group.fewest" : "posts.group", NameOf(group), texts.Count("half-days", group.UnmetBefore)] + "\n", Tables.Strong));
        foreach (var (i, post) in group.Posts.Index())
        {
            Tables.WriteLine(console, 2, PostSentence(post, i + 1), Tables.Strong);
            foreach (var visit in post.Assignments.OrderByDescending(a => a.HalfDays))
            {
                var kilometres = proposed.Proposals.After.Distances.Between(post.Professional.Base, visit.Site).Kilometres;
                Tables.WriteLine(console, 4, texts[kilometres == 0 ? "posts.visit.here" : "posts.visit", visit.Site.Name, texts.Count("half-days", visit.HalfDays), kilometres]);
            }

            Tables.WriteLine(console, 4, texts[
                "posts.figures", texts.Percent(Load(post)), proposed.KilometresPerYear(post),
                costs.Salary(post) + costs.Travel(proposed.KilometresPerYear(post))], Tables.Faint);
            if (Load(post) < LowLoad && !proposed.Options.Fewest)
            {
                Tables.WriteLine(console, 4, texts["posts.low-load"], Tables.Doubtful);
            }
        }

        Tables.WriteLine(console, 2, After(group), group.UnmetAfter == 0 ? Tables.Good : Tables.Doubtful);
    }

    private string PostSentence(ProposedPost post, int number) => texts[
        post.Tenths == 10 ? "posts.post.full" : "posts.post.part",
        number, post.Professional.FullTimeEquivalent, post.Professional.Base.Name,
        texts.Count("posts.sites", post.Assignments.Select(a => a.Site).Distinct().Count())];

    private string After(PostGroup group)
    {
        var rest = group.UnmetAfter == 0
            ? texts["posts.after.none"]
            : texts["posts.after", texts.Count("half-days", group.UnmetAfter), texts.Count("half-days", group.OutOfReach)];
        return $"{rest} {(group.IsProven ? texts["posts.proven"] : texts["posts.bound", group.TenthsBound / 10m])}";
    }

    private void WriteWithoutPost(IReadOnlyList<PostGroup> groups)
    {
        var served = groups.Where(g => g.UnmetBefore == 0).Select(NameOf).ToList();
        var beyond = groups.Where(g => g.UnmetBefore > 0 && g.Posts.Count == 0).Select(NameOf).ToList();
        console.WriteLine();
        if (served.Count > 0)
        {
            console.WriteLine(texts["posts.served", string.Join(", ", served)]);
        }

        if (beyond.Count > 0)
        {
            console.WriteLine(texts["posts.beyond", string.Join(", ", beyond)]);
        }
    }

    private void WriteTable(PostsProposed proposed, PostCosts costs)
    {
        // Full-time posts that are mostly idle are no budget: how busy they would be says more than their cost.
        var fewest = proposed.Options.Fewest;
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["needs.profession"]))
            .AddColumn(Tables.Figures(texts[fewest ? "needs.asked" : "needs.unmet"]))
            .AddColumn(Tables.Figures(texts["posts.column.today"]))
            .AddColumn(Tables.Figures(texts["posts.column.posts"]))
            .AddColumn(Tables.Figures(texts["posts.column.fte"]))
            .AddColumn(Tables.Figures(texts["posts.column.bound"]))
            .AddColumn(Tables.Figures(texts["posts.column.after"]))
            .AddColumn(Tables.Figures(texts[fewest ? "posts.column.load" : "posts.column.cost"]));
        var groups = proposed.Proposals.Groups.Where(g => g.Posts.Count > 0).ToList();
        foreach (var group in groups)
        {
            table.AddRow(Row(NameOf(group), [group], Style.Plain));
        }

        table.AddEmptyRow();
        table.AddRow(Row(texts["needs.whole"], groups, Tables.Strong));
        Tables.WriteTitle(console, texts["posts.all"]);
        console.Write(table);

        Text[] Row(string name, IReadOnlyList<PostGroup> rows, Style style)
        {
            var people = proposed.Problem.Grouping.Professionals.Where(p => rows.Any(g => g.Professions.Contains(p.Profession))).ToList();
            var posts = rows.SelectMany(g => g.Posts).ToList();
            return
            [
                new(name, style),
                new(Number(rows.Sum(g => g.UnmetBefore)), style),
                new(texts["posts.today", people.Count, people.Sum(p => p.FullTimeEquivalent)], style),
                new(Number(posts.Count), style),
                new(Part(rows.Sum(g => g.Tenths)), style),
                rows.All(g => g.IsProven) ? new(texts["posts.is-least"], Tables.Good) : new(Part(rows.Sum(g => Math.Min(g.Tenths, g.TenthsBound))), Tables.Doubtful),
                new(Number(rows.Sum(g => g.UnmetAfter)), style),
                new(fewest
                    ? texts.Percent((decimal)posts.Sum(p => p.HalfDays) / Math.Max(1, posts.Sum(p => p.Capacity)))
                    : texts["posts.euros", posts.Sum(p => costs.Salary(p) + costs.Travel(proposed.KilometresPerYear(p)))], style),
            ];
        }
    }

    private void WriteStillUnmet(PostsProposed proposed)
    {
        var unmet = proposed.StillUnmet;
        if (unmet.Count == 0)
        {
            console.WriteLine(texts["posts.unmet.none"]);
            return;
        }

        console.WriteLine(texts["posts.unmet"]);
        foreach (var need in unmet.Take(UnmetShown))
        {
            Tables.WriteLine(console, 2, texts["posts.unmet.need", need.Demand.Need.Site.Name, need.Demand.Need.Profession.Name, texts.Count("half-days", need.Unmet), need.Asked]);
        }

        if (unmet.Count > UnmetShown)
        {
            Tables.WriteLine(console, 2, texts["posts.unmet.more", unmet.Count - UnmetShown]);
        }
    }

    private void WriteNotes(PostsProposed proposed, PostCosts costs)
    {
        var proposals = proposed.Proposals;
        console.WriteLine();
        console.Write(new Text(Summary(proposals, proposed.Options) + "\n", Tables.Strong));
        console.Write(new Text(texts["posts.costs", costs.PerFullTimeEquivalent, costs.PerKilometre] + "\n", Tables.Faint));
        console.Write(new Text(texts[proposed.Options.Fewest ? "posts.rules.fewest" : "posts.rules", texts.Duration(proposals.Elapsed)] + "\n", Tables.Faint));
        foreach (var incident in proposals.Incidents.Distinct(StringComparer.Ordinal))
        {
            console.WriteLine(texts["summary.incident", incident]);
        }

        if (proposed.Scenario.HasSyntheticValues)
        {
            console.Write(new Text(texts["summary.synthetic"] + "\n", Tables.Faint));
        }
    }

    private string Summary(PostProposals proposals, PostOptions options) => texts[
        options.Fewest ? "posts.summary.fewest" : "posts.summary",
        texts.Count("posts.count", proposals.Posts.Count()),
        proposals.Groups.Sum(g => g.Tenths) / 10m,
        proposals.Groups.Sum(g => g.UnmetBefore - g.UnmetAfter),
        proposals.Groups.Sum(g => g.UnmetBefore),
        proposals.Groups.Sum(g => Math.Min(g.Tenths, g.TenthsBound)) / 10m];

    private static decimal Load(ProposedPost post) => (decimal)post.HalfDays / Math.Max(1, post.Capacity);

    private static string NameOf(PostGroup group) => string.Join(" + ", group.Professions.Select(p => p.Name));

    private string Number(int value) => value.ToString("#,0", texts.Culture);

    private string Part(int tenths) => (tenths / 10m).ToString("0.0", texts.Culture);
}
