using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Governance;
using StaffPool.Application.Interchange;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Application.Webhooks;
using StaffPool.Data;
using StaffPool.Documents.Interchange;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Jobs.Execution;
using StaffPool.Jobs.Webhooks;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Solver.Timetables;
using StaffPool.Solver.Rosters;
using StaffPool.Web.Replacements;

namespace StaffPool.Web.Hosting;

/// <summary>What the pages call, and what that needs.</summary>
internal static class UseCaseServices
{
    /// <summary>Every class of the application that implements <see cref="IUseCase{TRequest,TResult}"/>, under its own name, for one request.</summary>
    public static void AddUseCases(this IServiceCollection services)
    {
        services.AddScoped<Work>();
        services.AddScoped<MyGroupings>();
        services.AddSingleton<NeedConversions>();
        services.AddSingleton<AgreementStaysValid>();
        services.AddSingleton<IScenarioFormat>(new ScenarioFormat(CommuneDirectory.France));
        services.AddSingleton<ITableFormat, TableFormat>();
        services.AddSingleton<IFinessFile, FinessFile>();
        services.AddSingleton<GroupingLoader>();
        services.AddSingleton<GroupingImport>();
        services.AddSingleton<PoolLoader>();
        services.AddSingleton<OfferWaves>();
        services.AddSingleton<OfferPost>();
        services.AddSingleton<ISms, SmsWebhook>();
        services.AddSingleton<OfferDesk>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<UserSessions>();
        services.AddSingleton<UserAccounts>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<ServiceAddress>();
        services.AddSingleton<IServiceAddress>(provider => provider.GetRequiredService<ServiceAddress>());
        services.AddSingleton<DemoStart>();
        foreach (var useCase in typeof(Work).Assembly.GetTypes().Where(IsUseCase))
        {
            services.AddScoped(useCase);
        }
    }

    /// <summary>The planner and its engines: one pool for the process, which starts no engine before one is needed.</summary>
    public static void AddPlanner(this IServiceCollection services)
    {
        services.AddSingleton<EnginePool>(_ => new EnginePool());
        services.AddSingleton<AllocationPlanner>();
        services.AddSingleton<TimetablePlanner>();
        services.AddSingleton<PostPlanner>();
        services.AddSingleton<RelaxationSearch>();
        services.AddSingleton<RulePrices>();
        services.AddSingleton<PlanAllocation>();
        services.AddSingleton<ExplainPlan>();
        services.AddSingleton<PlanAndExplain>();
        services.AddSingleton<ProposePosts>();
        services.AddSingleton<RunScenario>();
        services.AddSingleton<RosterPlanner>();
        services.AddSingleton<SolveRoster>();
    }

    /// <summary>What brings runs to execution and executes them, as the service itself.</summary>
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<RunTiming>();
        services.AddSingleton<IRunExecution>(provider => ActivatorUtilities.CreateInstance<PlanExecution>(provider, AsService(provider)));
        services.AddSingleton<IRunExecution>(provider => ActivatorUtilities.CreateInstance<TimetableExecution>(provider, AsService(provider)));
        services.AddSingleton<IRunExecution>(provider => ActivatorUtilities.CreateInstance<RotaExecution>(provider, AsService(provider)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RunExecutor>(provider, AsService(provider)));
        services.AddSingleton<IJobEngine, QuartzJobs>();
        services.AddSingleton<IRunDispatcher>(provider => provider.GetRequiredService<IJobEngine>());
        services.AddSingleton<RunRounds>();
        services.AddHostedService<Worker>();
    }

    /// <summary>What tells other programs of what happens.</summary>
    public static void AddWebhooks(this IServiceCollection services, WebhookRules rules)
    {
        services.AddSingleton(rules);
        services.AddSingleton<DeliverWebhooks>();
        services.AddSingleton<WebhookLoop>();
        services.AddHostedService<WebhooksWhenReady>();
    }

    private static Work AsService(IServiceProvider provider) => new(
        provider.GetRequiredService<ServiceDatabase>(), new Operator(FirstAdministrator.ServiceName), provider.GetRequiredService<TimeProvider>());

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));
}
