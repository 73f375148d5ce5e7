using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Life;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The dated events in the life of a grouping.</summary>
internal sealed class LifeEventsReader(ScenarioContext context)
{
    public static readonly string[] MembershipKeys = ["member", "from", "to"];
    public static readonly string[] AdmissionKeys = ["member", "decided-on", "effective-on"];
    public static readonly string[] WithdrawalKeys = ["member", "notified-on", "wanted-on"];
    public static readonly string[] ExclusionKeys = ["member", "grounds", "heard-on", "decided-on"];
    public static readonly string[] MandateKeys = ["kind", "holder", "from", "member", "set-end"];
    public static readonly string[] DebtKeys = ["id", "amount", "due-on"];

    public List<Membership> Memberships(Node? section) => context.List(section, "memberships", MembershipKeys, fields =>
    {
        var member = fields.RequiredReference("member", context.Members);
        var from = fields.RequiredDate("from");
        var to = fields.Date("to");
        RefuseReversed(fields, from, "to", to);
        return member is null || from is null ? null : new Membership(member, from.Value, to);
    });

    public List<Admission> Admissions(Node? section) => context.List(section, "admissions", AdmissionKeys, fields =>
    {
        var member = fields.RequiredReference("member", context.Members);
        var decided = fields.RequiredDate("decided-on");
        var effective = fields.RequiredDate("effective-on");
        return member is null || decided is null || effective is null ? null : new Admission(member, decided.Value, effective.Value);
    });

    public List<Withdrawal> Withdrawals(Node? section) => context.List(section, "withdrawals", WithdrawalKeys, fields =>
    {
        var member = fields.RequiredReference("member", context.Members);
        var notified = fields.RequiredDate("notified-on");
        var wanted = fields.Date("wanted-on");
        return member is null || notified is null ? null : new Withdrawal(member, notified.Value, wanted);
    });

    public List<Exclusion> Exclusions(Node? section) => context.List(section, "exclusions", ExclusionKeys, fields =>
    {
        var member = fields.RequiredReference("member", context.Members);
        var grounds = fields.Text("grounds") ?? "";
        var heard = fields.Date("heard-on");
        var decided = fields.RequiredDate("decided-on");
        return member is null || decided is null ? null : new Exclusion(member, grounds, heard, decided.Value);
    });

    public List<GroupingMandate> Mandates(Node? section) => context.List(section, "mandates", MandateKeys, fields =>
    {
        var kind = fields.RequiredChoice<MandateKind>("kind");
        var holder = fields.RequiredText("holder");
        var from = fields.RequiredDate("from");
        var member = fields.Reference("member", context.Members);
        var end = fields.Date("set-end");
        RefuseReversed(fields, from, "set-end", end);
        return kind is null || holder is null || from is null ? null : new GroupingMandate(kind.Value, holder, from.Value, member, end);
    });

    public List<DeclaredDebt> Debts(Node? section)
    {
        var debts = new Registry<DeclaredDebt>("debts", context.Problems);
        foreach (var fields in context.Entries(section, "debts", DebtKeys))
        {
            var id = Identifier.Read(fields);
            var amount = MoneyReader.Required(fields, "amount");
            var due = fields.RequiredDate("due-on");
            debts.Declare(
                id,
                fields.PositionOf("id"),
                id is null || amount is null || due is null ? null : new DeclaredDebt(id, new Debt(amount.Value, due.Value)));
        }

        return [.. debts.Values];
    }

    /// <summary>A last day before the first would make who it is about disappear in silence.</summary>
    internal static void RefuseReversed(Fields fields, DateOnly? first, string lastKey, DateOnly? last)
    {
        if (last < first)
        {
            fields.Problems.Add(fields.PositionOf(lastKey), "period.reversed", first, last);
        }
    }
}
