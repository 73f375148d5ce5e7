using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>
/// The cost centres. A centre with problems is kept with something harmless in their place, so that the rules of the
/// exercise report what is wrong elsewhere, and nothing that follows from a problem already reported.
/// </summary>
internal sealed class CostsCentresSection(ScenarioContext context, CostsPresence presence)
{
    public static readonly string[] Keys =
        ["id", "name", "keys", "items", "receipts", "subscriptions", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] DatedKeys = ["from", "key", "reference", "confidence"];

    public static readonly string[] ItemKeys =
        ["label", "nature", "amount", "paid-by", "settlement", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] ReceiptKeys = ["label", "nature", "amount", Provenance.Source, Provenance.Synthetic];

    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);

    public Registry<CostCentre> Centres { get; } = new("costs.centres", context.Problems);

    /// <summary>Whether every key could be read: if not, an order may be of a line that could not.</summary>
    public bool KeysAreWhole { get; private set; } = true;

    /// <summary>Where a centre stands in the file.</summary>
    public Position PositionOf(string centreId) => positions[centreId];

    public bool IsCentre(string id) => positions.ContainsKey(id);

    public void Read(Node? section)
    {
        foreach (var fields in context.Entries(section, "centres", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var keys = ReadKeys(fields);
            var items = ReadItems(fields.Node("items"), context);
            var receipts = ReadReceipts(fields.Node("receipts"), context);
            var problems = context.Problems.Count;
            var subscriptions = presence.Read(fields.Node("subscriptions"), "subscriptions", allowsSeveral: true);
            Provenance.Check(fields, context);
            Centres.DeclareName(name, fields.PositionOf("name"));
            if (id is not null)
            {
                positions.TryAdd(id, fields.Position);
            }

            var isSubscribed = context.Problems.Count == problems;
            Centres.Declare(id, fields.PositionOf("id"), id is null ? null : new CostCentre
            {
                Id = id,
                Name = name ?? id,
                Keys = isSubscribed ? keys : [.. keys.Select(k => k with { Key = new EqualKey() })],
                Items = items,
                Receipts = receipts,
                Subscriptions = isSubscribed ? subscriptions : [],
            });
        }
    }

    public static List<CostItem> ReadItems(Node? section, ScenarioContext context) =>
    [
        .. from fields in context.Entries(section, "items", ItemKeys)
           let label = fields.RequiredText("label")
           let nature = fields.RequiredChoice<CostNature>("nature")
           let amount = MoneyReader.Required(fields, "amount")
           let payer = fields.Reference("paid-by", context.Members)
           let settlement = ReadSettlement(fields, payer)
           let isTold = Provenance.CheckDetail(fields, context)
           select new CostItem(label ?? "", nature ?? CostNature.Purchases, amount ?? Money.Zero, payer?.Id, settlement),
    ];

    public static List<Receipt> ReadReceipts(Node? section, ScenarioContext context) =>
    [
        .. from fields in context.Entries(section, "receipts", ReceiptKeys)
           let label = fields.RequiredText("label")
           let nature = fields.RequiredChoice<ReceiptNature>("nature")
           let amount = MoneyReader.Required(fields, "amount")
           let isTold = Provenance.CheckDetail(fields, context)
           select new Receipt(label ?? "", nature ?? ReceiptNature.Other, amount ?? Money.Zero),
    ];

    private static Settlement ReadSettlement(Fields fields, Member? payer)
    {
        var settlement = fields.Choice<Settlement>("settlement") ?? Settlement.Reimbursed;
        if (settlement == Settlement.Reimbursed || payer is not null)
        {
            return settlement;
        }

        if (!fields.Has("paid-by"))
        {
            fields.Problems.Add(fields.PositionOf("settlement"), "costs.paid-by-nobody", fields.Text("settlement"));
        }

        return Settlement.Reimbursed;
    }

    private List<DatedKey> ReadKeys(Fields centre)
    {
        centre.Required("keys");
        var keys = new List<DatedKey>();
        var dates = new Dictionary<DateOnly, int>();
        foreach (var fields in context.Entries(centre.Node("keys"), "keys", DatedKeys))
        {
            var problems = context.Problems.Count;
            var from = fields.RequiredDate("from");
            var key = CostsKeyReader.Required(fields, "key", context);
            var reference = References.Read(fields);
            KeysAreWhole &= context.Problems.Count == problems;
            if (from is { } day && !dates.TryAdd(day, fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "costs.key-twice", day, dates[day]);
            }
            else
            {
                // Without its date it would be in force on no day, and say so again.
                keys.Add(new DatedKey(
                    from ?? DateOnly.MinValue,
                    context.Problems.Count == problems ? key! : new EqualKey(),
                    reference ?? new LegalReference("")));
            }
        }

        if (keys.Count == 0)
        {
            keys.Add(new DatedKey(DateOnly.MinValue, new EqualKey(), new LegalReference("")));
            if (centre.Node("keys") is ListNode { Items.Count: 0 } empty)
            {
                context.Problems.Add(empty.Position, "costs.keys-empty");
            }
        }

        return keys;
    }
}
