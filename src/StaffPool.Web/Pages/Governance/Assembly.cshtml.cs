using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Governance;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Web.Pages.Governance;

/// <summary>One assembly: who is there, how they vote, and each result condition by condition.</summary>
public sealed class AssemblyModel(ReadAssembly read, RecordSitting record, CloseAssembly close) : GroupingPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid AssemblyId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<AttendanceInput> Attendances { get; set; } = [];

    [BindProperty]
    public List<BallotInput> Ballots { get; set; } = [];

    public AssemblyView View { get; private set; } = null!;

    public bool MayRecord => Grouping.Has(Role.Administrator) && View.Row.Status == AssemblyStatus.Convened;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, AssemblyId, stop);
        if (!IsRedrawn)
        {
            Version = View.Row.Version;
            Attendances = [.. View.Members.Select(AttendanceOf)];
            Ballots =
            [
                .. from motion in View.Row.Motions.OrderBy(m => m.Position)
                   from member in View.Members
                   select new BallotInput
                   {
                       MotionId = motion.Id,
                       MemberId = member.Id,
                       Choice = motion.Ballots.Where(b => b.MemberId == member.Id).Select(b => (VoteChoice?)b.Choice).FirstOrDefault(),
                   },
            ];
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await record.RunAsync(
            Grouping.Id,
            new SittingRecord(
                AssemblyId,
                Version,
                [.. Attendances.Where(a => a.By is not null).Select(a => new RecordedAttendance(a.MemberId, a.By == a.MemberId ? null : a.By))],
                [.. Ballots.Where(b => b.Choice is not null).Select(b => new RecordedBallot(b.MotionId, b.MemberId, b.Choice!.Value))]),
            stop);
        Notice = GovernancePageTexts.Of("assembly.recorded").ToString();
        return RedirectToPage(new { id = AssemblyId });
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken stop)
    {
        await close.RunAsync(Grouping.Id, new AssemblyVersion(AssemblyId, Version), stop);
        Notice = GovernancePageTexts.Of("assembly.closed").ToString();
        return RedirectToPage(new { id = AssemblyId });
    }

    private AttendanceInput AttendanceOf(MemberName member)
    {
        var row = View.Row.Attendances.FirstOrDefault(a => a.MemberId == member.Id);
        return new AttendanceInput { MemberId = member.Id, By = row is null ? null : row.RepresentedById ?? member.Id };
    }

    public sealed class AttendanceInput
    {
        public Guid MemberId { get; set; }

        /// <summary>Who speaks for it: itself, another member, or nobody where it is absent.</summary>
        public Guid? By { get; set; }
    }

    public sealed class BallotInput
    {
        public Guid MotionId { get; set; }

        public Guid MemberId { get; set; }

        /// <summary>Null for no vote.</summary>
        public VoteChoice? Choice { get; set; }
    }
}
