using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Domain.Texts;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Access;

/// <summary>docs/droits.md, tried: every use case as every role, in the right grouping and in another.</summary>
public sealed class RightsMatrixTests(RightsMatrixTests.Databases databases) : IClassFixture<RightsMatrixTests.Databases>
{
    private static readonly JsonSerializerOptions Json = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new TextConverter(), new NoDelegates() },
    };

    public static MatrixTheoryData<string, Provider> Everything { get; } = new(UseCaseCatalogue.All.Select(t => t.Name), Enum.GetValues<Provider>());

    public static MatrixTheoryData<string, Provider> Reads { get; } =
        new(UseCaseCatalogue.All.Where(UseCaseCatalogue.IsRead).Select(t => t.Name), Enum.GetValues<Provider>());

    [Fact]
    public void The_table_of_rights_is_what_the_code_permits()
    {
        var written = RightsDocument.Written();
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(RightsDocument.Path, written);
        }

        File.ReadAllText(RightsDocument.Path).ReplaceLineEndings("\n").ShouldBe(written);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task A_role_may_do_what_the_table_says_and_nothing_else(string name, Provider provider)
    {
        var useCase = UseCaseOf(name);
        var permitted = RightsDocument.Read()[name];
        var database = databases.Of(provider);
        var untouched = databases.UntouchedOf(provider);
        foreach (var role in Enum.GetValues<Role>().Except(permitted))
        {
            var (_, refused) = await UseCaseCatalogue.RunAsync(useCase, untouched.Sample.As(role), untouched.Id, SampleRequests.Of(useCase, untouched));

            refused.ShouldNotBeNull($"{name} as {role}").Refusal.ShouldBe(Refusal.NotPermitted);
        }

        (await HeadAsync(database, untouched.Id)).ShouldBe(0);
        foreach (var role in permitted)
        {
            var grouping = UseCaseCatalogue.IsRead(useCase) ? untouched : await BusyGrouping.AddAsync(database);

            var (_, refused) = await UseCaseCatalogue.RunAsync(useCase, grouping.Sample.As(role), grouping.Id, SampleRequests.Of(useCase, grouping));

            Reasons(refused).ShouldBeEmpty($"{name} as {role}");
            (await HeadAsync(database, grouping.Id)).ShouldBe(UseCaseCatalogue.IsRead(useCase) ? 0 : 1, $"{name} as {role}");
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task A_user_of_another_grouping_is_refused_everything(string name, Provider provider)
    {
        var useCase = UseCaseOf(name);
        var database = databases.Of(provider);
        var (own, other) = (databases.OtherOf(provider), databases.UntouchedOf(provider));
        foreach (var role in Enum.GetValues<Role>())
        {
            var (_, refused) = await UseCaseCatalogue.RunAsync(useCase, own.Sample.As(role), other.Id, SampleRequests.Of(useCase, other));

            refused.ShouldNotBeNull($"{name} as {role}").Refusal.ShouldBe(Refusal.NotPermitted);
        }

        (await HeadAsync(database, other.Id)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task What_belongs_to_another_grouping_is_not_reached_from_ones_own(string name, Provider provider)
    {
        var useCase = UseCaseOf(name);
        var database = databases.Of(provider);
        var other = databases.UntouchedOf(provider);
        var own = UseCaseCatalogue.IsRead(useCase) ? databases.OtherOf(provider) : await BusyGrouping.AddAsync(database);
        foreach (var role in Work.RolesOf(useCase))
        {
            var (result, _) = await UseCaseCatalogue.RunAsync(useCase, own.Sample.As(role), own.Id, SampleRequests.Of(useCase, other));

            foreach (var id in new[] { other.Id, other.Sample.MemberA.Id, other.Sample.SiteA.Id, other.Sample.Professional.Id, other.Need.Id, other.Absence.Id })
            {
                JsonSerializer.Serialize(result, Json).ShouldNotContain(id.ToString(), Case.Sensitive, $"{name} as {role}");
            }
        }

        (await HeadAsync(database, other.Id)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task The_cause_of_an_absence_is_in_nothing_that_anybody_reads(string name, Provider provider)
    {
        var useCase = UseCaseOf(name);
        if (useCase == typeof(ReadAbsenceCause))
        {
            return;
        }

        var grouping = databases.WithLogOf(provider);
        foreach (var work in Work.RolesOf(useCase).Select(grouping.Sample.As).Append(grouping.Sample.AsOperator()))
        {
            var (result, _) = await UseCaseCatalogue.RunAsync(useCase, work, grouping.Id, SampleRequests.Of(useCase, grouping));
            var read = result is byte[] file ? System.Text.Encoding.UTF8.GetString(file) : JsonSerializer.Serialize(result, Json);

            read.ShouldNotContain(BusyGrouping.SecretNote);
            read.ShouldNotContain(BusyGrouping.SecretCause.ToString());
        }
    }

    [Fact]
    public async Task The_cause_of_an_absence_is_not_in_the_log()
    {
        var database = databases.Of(Provider.Sqlite);
        var grouping = databases.WithLogOf(Provider.Sqlite);
        await using var db = database.NewContext();
        db.GroupingId = grouping.Id;

        var entries = await db.AuditEntries.ToListAsync(TestContext.Current.CancellationToken);

        var changes = entries.ShouldHaveSingleItem().Changes;
        changes.ShouldContain("absence_causes");
        changes.ShouldNotContain(BusyGrouping.SecretNote);
        changes.ShouldNotContain(BusyGrouping.SecretCause.ToString());
    }

    [Fact]
    public void The_auditor_and_the_funder_change_nothing()
    {
        var writes = UseCaseCatalogue.All.Where(t => !UseCaseCatalogue.IsRead(t)).ToList();

        writes.ShouldNotBeEmpty();
        writes.Where(t => Work.RolesOf(t).Any(r => r is Role.Auditor or Role.Funder)).ShouldBeEmpty();
    }

    private static Type UseCaseOf(string name) => UseCaseCatalogue.All.Single(t => t.Name == name);

    private static IEnumerable<string> Reasons(RefusedException? refused) => refused?.Reasons.Select(r => r.Message.ToString()) ?? [];

    // Written once more through the use case itself, so that the log has it to hide.
    private static async Task ChangeCauseAsync(BusyGrouping grouping) =>
        await new ReviseAbsence(grouping.Sample.As(Role.Payroll)).RunAsync(
            grouping.Id,
            new AbsenceRevision(
                grouping.Absence.Id, 1,
                new(grouping.Absence.FirstDay, grouping.Absence.FirstPart, grouping.Absence.LastDay, grouping.Absence.LastPart, IsEndExpected: true),
                new AbsenceReason(BusyGrouping.SecretCause, BusyGrouping.SecretNote + "-2")),
            TestContext.Current.CancellationToken);

    private static async Task<long> HeadAsync(ServiceDatabase database, Guid groupingId)
    {
        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, TestContext.Current.CancellationToken);
        return await db.AuditHeads.Select(h => h.Sequence).SingleOrDefaultAsync(TestContext.Current.CancellationToken);
    }

    private sealed class TextConverter : JsonConverter<Text>
    {
        public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // What rules are made of is not for readers of text.
    private sealed class NoDelegates : JsonConverter<Delegate>
    {
        public override bool CanConvert(Type typeToConvert) => typeof(Delegate).IsAssignableFrom(typeToConvert);

        public override Delegate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Delegate value, JsonSerializerOptions options) => writer.WriteNullValue();
    }

    /// <summary>One database per provider for all; tests that write have groupings of their own in it.</summary>
    public sealed class Databases : IAsyncLifetime
    {
        private readonly Dictionary<Provider, TestDatabase> open = [];
        private readonly Dictionary<Provider, BusyGrouping[]> groupings = [];

        public async ValueTask InitializeAsync()
        {
            foreach (var provider in Enum.GetValues<Provider>())
            {
                var database = open[provider] = await TestDatabase.NewAsync(provider);
                groupings[provider] =
                [
                    await BusyGrouping.AddAsync(database.Database), await BusyGrouping.AddAsync(database.Database), await BusyGrouping.AddAsync(database.Database),
                ];
                await ChangeCauseAsync(groupings[provider][2]);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var database in open.Values)
            {
                await database.DisposeAsync();
            }
        }

        internal ServiceDatabase Of(Provider provider) => open[provider].Database;

        /// <summary>To be read, and to be refused.</summary>
        internal BusyGrouping UntouchedOf(Provider provider) => groupings[provider][0];

        /// <summary>Whose users try to reach the first.</summary>
        internal BusyGrouping OtherOf(Provider provider) => groupings[provider][1];

        /// <summary>With an entry in its log, about the cause of an absence.</summary>
        internal BusyGrouping WithLogOf(Provider provider) => groupings[provider][2];
    }
}
