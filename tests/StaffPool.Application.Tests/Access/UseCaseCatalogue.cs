using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Governance;
using StaffPool.Application.Interchange;
using StaffPool.Application.Needs;
using StaffPool.Application.Replacements;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Application.Webhooks;
using StaffPool.Data.Access;
using StaffPool.Documents.Interchange;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Solver.Engines;

namespace StaffPool.Application.Tests.Access;

/// <summary>Every use case of the product, made and run whatever its types.</summary>
internal static class UseCaseCatalogue
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(IUseCase<,>).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(IsUseCase))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <summary>Those that only read: their names say so, and a test holds them to it.</summary>
    public static bool IsRead(Type useCase) =>
        new[] { "Read", "List", "Follow", "Compare", "Export" }.Any(verb => useCase.Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>A use case with all that it asks for.</summary>
    public static T Make<T>(Work work) => ActivatorUtilities.CreateInstance<T>(ServicesOf(work));

    /// <returns>What it gave, or why it was refused.</returns>
    public static async Task<(object? Result, RefusedException? Refused)> RunAsync(Type useCase, Work work, Guid groupingId, object request)
    {
        await using var services = ServicesOf(work);
        var instance = ActivatorUtilities.CreateInstance(services, useCase);
        var run = useCase.GetInterfaces().Single(IsUseCase).GetMethod("RunAsync")!;
        try
        {
            var task = (Task)run.Invoke(
                instance, BindingFlags.DoNotWrapExceptions, null, [groupingId, request, TestContext.Current.CancellationToken], null)!;
            await task;
            return (task.GetType().GetProperty("Result")!.GetValue(task), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused);
        }
    }

    // What use cases ask for beside the work itself: one line per service.
    private static ServiceProvider ServicesOf(Work work) => new ServiceCollection()
        .AddSingleton(work)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IScenarioFormat>(new ScenarioFormat(CommuneDirectory.France))
        .AddSingleton<ITableFormat, TableFormat>()
        .AddSingleton<IFinessFile, FinessFile>()
        .AddSingleton<GroupingLoader>()
        .AddSingleton<PoolLoader>()
        .AddSingleton<OfferWaves>()
        .AddSingleton<OfferPost>()
        .AddSingleton<SwapPost>()
        .AddSingleton<ISms, NoSms>()
        .AddSingleton<EnginePool>(_ => new EnginePool())
        .AddSingleton<AgreementStaysValid>()
        .AddSingleton<NeedConversions>()
        .AddSingleton<IRunDispatcher, NoDispatcher>()
        .AddSingleton<ICurrentUser>(new Person())
        .AddSingleton(new WebhookRules())
        .AddSingleton<IMail, NoMail>()
        .AddSingleton<IServiceAddress, NoAddress>()
        .AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>()
        .BuildServiceProvider();

    private static bool IsUseCase(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IUseCase<,>);

    // Beside the work, asked only whether a token is at work.
    private sealed class Person : ICurrentUser
    {
        public Guid? Id => null;

        public string Name => "";

        public bool IsOperator => false;
    }

    private sealed class NoDispatcher : IRunDispatcher
    {
        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop) => ValueTask.CompletedTask;
    }

    private sealed class NoMail : IMail
    {
        public Task<bool> SendAsync(Letter letter, CancellationToken stop) => Task.FromResult(true);
    }

    private sealed class NoSms : ISms
    {
        public bool IsConfigured => false;

        public Task<bool> SendAsync(ShortMessage message, CancellationToken stop) => Task.FromResult(false);
    }

    private sealed class NoAddress : IServiceAddress
    {
        public Uri Of(string path) => new("https://exemple.invalid" + path);
    }
}
