using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Governance;
using StaffPool.Application.Interchange;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Application.Webhooks;
using StaffPool.Documents.Interchange;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
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
        services.AddGroupings();
        services.AddSingleton<ITableFormat, TableFormat>();
        services.AddSingleton<IFinessFile, FinessFile>();
        services.AddSingleton<GroupingImport>();
        services.AddSingleton<SwapPost>();
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

    /// <summary>What brings a grouping from its rows to the domain.</summary>
    public static void AddGroupings(this IServiceCollection services)
    {
        services.AddSingleton<IScenarioFormat>(new ScenarioFormat(CommuneDirectory.France));
        services.AddSingleton<GroupingLoader>();
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

    /// <summary>What tells other programs of what happens, from whichever process is there.</summary>
    public static void AddWebhooks(this IServiceCollection services, WebhookRules rules)
    {
        services.AddSingleton(rules);
        services.AddSingleton<DeliverWebhooks>();
        services.AddSingleton<WebhookLoop>();
        services.AddHostedService<WebhooksWhenReady>();
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));
}
