using System.Globalization;
using System.Resources;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning.Explanations;

namespace StaffPool.Application.Planning;

/// <summary>Explanations in words, for the terminal, the page and the document alike.</summary>
public sealed class ExplanationSentences(CultureInfo culture)
{
    // Beyond, a reader no longer reads; the document has them all.
    private const int MostPeople = 6;
    private const int MostRelaxations = 4;
    private const int MostNames = 3;

    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.ExplanationTexts", typeof(ExplanationSentences).Assembly);

    /// <summary>"Ergothérapeute, CH de Ham (Ham)".</summary>
    public string Title(NeedServed need)
    {
        var (site, profession) = (need.Demand.Need.Site, need.Demand.Need.Profession);
        return site.Name.Contains(site.Commune.Name, StringComparison.OrdinalIgnoreCase)
            ? Say("need.title.same", profession.Name, site.Name)
            : Say("need.title", profession.Name, site.Name, site.Commune.Name);
    }

    /// <summary>How much is missing, in one sentence.</summary>
    public string Missing(NeedServed need) =>
        need.Unmet == 0 ? Say("why.met", HalfDays(need.Asked))
        : need.Served == 0 ? Say("need.nothing", HalfDays(need.Unmet))
        : Say("need.missing", HalfDays(need.Unmet), need.Asked, Math.Floor(need.Share * 100));

    /// <summary>Why the need is not wholly served, and what would change it.</summary>
    /// <param name="explained">The need.</param>
    /// <param name="isProfessionKnown">Whether another need of the profession was explained just before to the same reader.</param>
    public NeedExplanation Of(ExplainedNeed explained, bool isProfessionKnown = false) => explained.Need.Unmet == 0
        ? new NeedExplanation([])
        : new NeedExplanation([Why(explained, isProfessionKnown), Help(explained)]);

    /// <summary>What each rule costs in half-days; the kilometres without it are proven for no plan, so only the document has them.</summary>
    public ExplanationPart Rules(RulePriceList list)
    {
        List<string> points =
        [
            .. list.Prices.Where(p => p.HalfDays > 0).Select(p => Say(
                p.IsProven ? "rules.costs" : "rules.costs.unproven", p.Rule.Name, HalfDays(p.HalfDays))),
            .. list.Prices.Where(p => p.HalfDays == 0).Select(p => Say(p.IsProven ? "rules.free" : "rules.free.unproven", p.Rule.Name)),
            .. list.Untried.Select(r => Say("rules.untried", r.Name)),
        ];
        return new ExplanationPart(Say("rules.title"), [Say(points.Count == 0 ? "rules.none" : "rules.intro")], points);
    }

    /// <summary>What a change gives and what it asks, in one clause.</summary>
    public string Effect(ExplainedNeed explained, RelaxationOutcome outcome)
    {
        var elsewhere = outcome.GainedInAll - outcome.Gained;
        List<string> clauses =
        [
            outcome.Served >= explained.Need.Asked
                ? Say("help.gain.all", HalfDays(outcome.Gained))
                : Say("help.gain.part", HalfDays(outcome.Gained), outcome.Served, explained.Need.Asked),
        ];
        if (elsewhere != 0)
        {
            clauses[0] += " " + Say(elsewhere > 0 ? "help.elsewhere.more" : "help.elsewhere.less", Math.Abs(elsewhere));
        }

        clauses.Add(Kilometres(outcome.Metres));
        var others = outcome.Disturbed.Where(p => !outcome.Relaxation.Subjects.Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Name).ToList();
        clauses.Add(others.Count == 0 ? Say("help.nobody") : Disturbed(others));
        if (!outcome.IsProven)
        {
            clauses.Add(Say("help.at-least"));
        }

        return string.Join(" ; ", clauses) + ".";
    }

    private ExplanationPart Why(ExplainedNeed explained, bool isProfessionKnown)
    {
        var (funnel, balance) = (explained.Funnel, explained.Balance);
        List<string> points =
        [
            .. funnel.Serving.Select(s => s.WhyNoMore is { } reason
                ? Say("why.serving.because", s.Professional.Name, HalfDays(s.HalfDays), reason)
                : Say("why.serving.more", s.Professional.Name, HalfDays(s.HalfDays))),
            .. funnel.CouldStillHelp.Select(p => Say("why.could-help", p.Name)),
            // Those who came nearest to serving it first: their reasons are the ones that something can be done about.
            .. funnel.Stages.Reverse().Where(s => s.Step != FunnelStep.Profession).SelectMany(s => s.Fallen).Select(f => f.Reason.Message.In(culture)),
        ];
        var more = points.Count - MostPeople;
        return new ExplanationPart(
            Say("why.title"),
            [
                isProfessionKnown && balance.Shortage > 0 ? Say("why.same-shortage", HalfDays(balance.Shortage)) : Balance(balance, funnel),
                .. balance.People == 0 ? [] : new[] { Say("why.others", funnel.People, funnel.FallenAt(FunnelStep.Profession).Count) },
            ],
            more <= 1 ? points : [.. points.Take(MostPeople), Count("why.more", more)]);
    }

    private string Balance(ProfessionBalance balance, NeedFunnel funnel)
    {
        var people = Count("people", balance.People);
        var isBest = funnel.CouldStillHelp.Count == 0 && funnel.Serving.All(s => s.WhyNoMore is not null);
        return balance switch
        {
            { People: 0 } => Say("why.nobody"),
            { Shortage: > 0, Unused: 0 } => Say("why.shortage", balance.Asked, balance.Capacity, people, balance.Shortage),
            { Shortage: > 0 } => Say("why.shortage-and-unused", balance.Asked, balance.Capacity, people, HalfDays(balance.Unused)),
            _ => Say(isBest ? "why.enough" : "why.not-best", balance.Capacity, balance.Asked, people),
        };
    }

    private ExplanationPart Help(ExplainedNeed explained)
    {
        var found = explained.Relaxations;
        // One of a sort: another person's extra tenth of a post would read the same.
        var shown = found.Useful.DistinctBy(o => (o.Relaxation.Kind, o.Relaxation.ExtraHalfDays)).Take(MostRelaxations).ToList();
        List<string> paragraphs =
        [
            found.Useful.Count > 0
                ? Say("help.checked")
                : Say("help.none", found.Candidates - found.RuledOut - found.Untried, found.RuledOut),
        ];
        if (found.Useful.Count > shown.Count)
        {
            paragraphs.Add(Count("help.more", found.Useful.Count - shown.Count));
        }

        if (shown.Exists(o => !o.IsProven))
        {
            paragraphs.Add(Say("help.unproven"));
        }

        if (found.Untried > 0)
        {
            paragraphs.Add(Count("help.untried", found.Untried));
        }

        return new ExplanationPart(
            Say("help.title"), paragraphs, [.. shown.Select(o => Say("help.point", o.Relaxation.What, Effect(explained, o)))]);
    }

    private string Disturbed(List<string> names) => names.Count > MostNames + 1
        ? Say("help.disturbed.more", names.Count, string.Join(", ", names.Take(MostNames)), names.Count - MostNames)
        : Count("help.disturbed", names.Count, string.Join(", ", names));

    private string Kilometres(long metres) => Math.Abs(metres) < 500 ? Say("help.km.same")
        : Say(metres > 0 ? "help.km.more" : "help.km.less", Math.Abs(metres) / 1000m);

    private string HalfDays(int count) => Say($"half-days.{(count == 0 ? "none" : count == 1 ? "one" : "many")}", count);

    private string Count(string key, int count, params object?[] others) => Say(Wording.KeyFor(key, count, culture), [count, .. others]);

    private string Say(string key, params object?[] arguments) => new Text(Source, key, arguments).In(culture);
}
