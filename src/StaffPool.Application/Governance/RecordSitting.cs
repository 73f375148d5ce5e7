using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>
/// Who is there and how they vote, in place of what was recorded before. What is irregular (a chain of proxies, the
/// ballot of an absent member) is kept, does not count, and <see cref="ReadAssembly"/> says so.
/// </summary>
[Permits(Role.Administrator)]
public sealed class RecordSitting(Work work, IScenarioFormat format) : IUseCase<SittingRecord, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, SittingRecord request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var row = await StoredSitting.OpenAsync(scope, request.AssemblyId, request.Version, stop);
            var members = await scope.Db.Members.ToDictionaryAsync(m => m.Id, m => m.Name, stop);
            var problems = Assess(request, row, members).Distinct().ToList();
            RefusedException.IfAny(problems);

            Replace(scope, row, request);
            return Nothing.More;
        }, stop);

    private void Replace(WorkScope scope, AssemblyRow row, SittingRecord request)
    {
        row.Attendances.Clear();
        row.Attendances.AddRange(request.Attendances.Select(a => new AttendanceRow { MemberId = a.MemberId, RepresentedById = a.RepresentedById }));
        foreach (var motion in row.Motions)
        {
            motion.Ballots.Clear();
            motion.Ballots.AddRange(request.Ballots
                .Where(b => b.MotionId == motion.Id)
                .Select(b => new BallotRow { MemberId = b.MemberId, Choice = b.Choice }));
        }

        // What a scenario said of all at once gives way to what was recorded one by one.
        row.Extras = format.Without(row.Extras, ["present", "proxies"]);
        foreach (var motion in row.Motions)
        {
            motion.Extras = format.Without(motion.Extras, ["for", "against", "abstain", "ballots"]);
        }

        scope.Db.Entry(row).State = EntityState.Modified;
    }

    private static IEnumerable<Violation> Assess(SittingRecord request, AssemblyRow row, Dictionary<Guid, string> members)
    {
        var named = request.Attendances.SelectMany(a => new[] { a.MemberId, a.RepresentedById ?? a.MemberId }).Concat(request.Ballots.Select(b => b.MemberId));
        if (named.Any(id => !members.ContainsKey(id)))
        {
            yield return SittingTexts.Blocking("sitting.member");
        }

        if (request.Ballots.Any(b => row.Motions.All(m => m.Id != b.MotionId)))
        {
            yield return SittingTexts.Blocking("sitting.motion");
        }

        var twice = request.Attendances.GroupBy(a => a.MemberId).Where(g => g.Count() > 1).Select(g => g.Key)
            .Concat(request.Ballots.GroupBy(b => (b.MotionId, b.MemberId)).Where(g => g.Count() > 1).Select(g => g.Key.MemberId));
        foreach (var member in twice.Distinct())
        {
            yield return SittingTexts.Blocking("sitting.twice", members.GetValueOrDefault(member));
        }
    }
}

/// <param name="AssemblyId">The assembly.</param>
/// <param name="Version">As read.</param>
/// <param name="Attendances">Members present or represented; the others are absent.</param>
/// <param name="Ballots">One per motion and member that votes; those without one abstain.</param>
public sealed record SittingRecord(
    Guid AssemblyId, int Version, IReadOnlyList<RecordedAttendance> Attendances, IReadOnlyList<RecordedBallot> Ballots);

/// <param name="MemberId">The member.</param>
/// <param name="RepresentedById">The member that represents it; null where it is there itself.</param>
public sealed record RecordedAttendance(Guid MemberId, Guid? RepresentedById);

public sealed record RecordedBallot(Guid MotionId, Guid MemberId, VoteChoice Choice);
