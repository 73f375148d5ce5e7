using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Replacements;

/// <summary>Who can serve what an absence leaves open on one site, in the published order, and why each of the others cannot.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ReadReplacementCandidates(Work work, PoolLoader pools) : IUseCase<CandidatesAsked, CandidatesView>
{
    public Task<CandidatesView> RunAsync(Guid groupingId, CandidatesAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<CandidatesView> ReadAsync(WorkScope scope, CandidatesAsked request, CancellationToken stop)
    {
        var grouping = await pools.GroupingAsync(scope, stop);
        var resolved = await request.ResolveAsync(scope, grouping, stop);
        var loaded = await PoolLoader.LoadAsync(scope, grouping, resolved.Asked(request.SiteId), stop);
        return CandidatesView.Of(loaded, ReplacementSearch.Run(loaded.Pool, resolved.Need), request, resolved);
    }
}

/// <param name="SiteId">Where.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="MemberName">Who borrows.</param>
/// <param name="AbsenceId">What left it open, or null.</param>
/// <param name="ProfessionIds">Professions accepted, the best first.</param>
/// <param name="ProfessionNames">The same, as shown.</param>
/// <param name="Duties">What is to be covered.</param>
/// <param name="Order">Criteria of the published order, the first first.</param>
/// <param name="Ranked">Who can, the first to be asked first.</param>
/// <param name="Others">Who cannot.</param>
/// <param name="Funnel">How many are left after each obstacle.</param>
public sealed record CandidatesView(
    Guid SiteId,
    string SiteName,
    string MemberName,
    Guid? AbsenceId,
    IReadOnlyList<Guid> ProfessionIds,
    IReadOnlyList<string> ProfessionNames,
    IReadOnlyList<AskedDuty> Duties,
    IReadOnlyList<Text> Order,
    IReadOnlyList<CandidateView> Ranked,
    IReadOnlyList<OtherPersonView> Others,
    IReadOnlyList<FunnelView> Funnel)
{
    internal static CandidatesView Of(LoadedPool loaded, ReplacementList list, CandidatesAsked asked, ResolvedNeed resolved)
    {
        var (pool, need) = (loaded.Pool, list.Need);
        return new CandidatesView(
            asked.SiteId,
            need.Site.Name,
            need.Site.Member.Name,
            resolved.AbsenceId,
            resolved.ProfessionIds,
            [.. need.Professions.Select(p => p.Name)],
            [.. need.Duties.Select(AskedDuty.Of)],
            [.. pool.Terms.Order.Select(c => CoverTexts.Of($"criterion.{c.Id}"))],
            [.. list.Ranked.Select(c => CandidateOf(loaded, need, c))],
            [.. list.Others.Select(o => new OtherPersonView(
                loaded.Ids[o.Person.Professional.Id],
                o.Person.Professional.Name,
                o.Person.Professional.Profession.Name,
                need.Professions.Contains(o.Person.Professional.Profession),
                ObstacleSentences.Of(pool, need, o.Person, o.Obstacles)))],
            [.. list.Funnel.Select(f => new FunnelView(ObstacleSentences.Title(f.Obstacle), f.Stopped, f.Left))]);
    }

    private static CandidateView CandidateOf(LoadedPool loaded, CoverNeed need, RankedCandidate candidate) => new(
        loaded.Ids[candidate.Person.Professional.Id],
        candidate.Person.Professional.Name,
        candidate.Person.Professional.Profession.Name,
        candidate.Person.Professional.Employer.Name,
        [.. candidate.Covered.Select(AskedDuty.Of)],
        candidate.Left.Count == 0,
        candidate.Metres,
        candidate.Person.HoursThisYear,
        candidate.Cost.Cents,
        candidate.Person.LastAsked,
        [.. loaded.Pool.Terms.Order.Select(c => c.Say(candidate, loaded.Pool.Terms))],
        ObstacleSentences.Of(loaded.Pool, need, candidate.Person, candidate.Obstacles));
}

/// <param name="ProfessionalId">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="ProfessionName">Of which profession.</param>
/// <param name="EmployerName">Who employs them.</param>
/// <param name="Covered">What they would serve.</param>
/// <param name="IsComplete">Whether that is all.</param>
/// <param name="Metres">From their base, one way.</param>
/// <param name="HoursThisYear">Worked or promised since 1 January.</param>
/// <param name="Cents">What the borrower would pay.</param>
/// <param name="LastAsked">Day of the last offer made to them, or null.</param>
/// <param name="Reasons">What each criterion of the order says of them.</param>
/// <param name="Obstacles">Why they would not serve the rest.</param>
public sealed record CandidateView(
    Guid ProfessionalId,
    string Name,
    string ProfessionName,
    string EmployerName,
    IReadOnlyList<AskedDuty> Covered,
    bool IsComplete,
    long Metres,
    decimal HoursThisYear,
    long Cents,
    DateOnly? LastAsked,
    IReadOnlyList<Text> Reasons,
    IReadOnlyList<Violation> Obstacles);

/// <param name="ProfessionalId">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="ProfessionName">Of which profession.</param>
/// <param name="IsOfProfession">Whether it is one of those accepted.</param>
/// <param name="Reasons">Why they are not on the list.</param>
public sealed record OtherPersonView(Guid ProfessionalId, string Name, string ProfessionName, bool IsOfProfession, IReadOnlyList<Violation> Reasons);

/// <param name="Title">Who is left after an obstacle.</param>
/// <param name="Stopped">How many it stopped.</param>
/// <param name="Left">How many are left.</param>
public sealed record FunnelView(Text Title, int Stopped, int Left);
