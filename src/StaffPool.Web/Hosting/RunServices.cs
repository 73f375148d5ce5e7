using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Jobs.Clock;
using StaffPool.Jobs.Execution;

namespace StaffPool.Web.Hosting;

/// <summary>What brings runs to execution and executes them, and the clock that asks for some: all as the service itself.</summary>
internal static class RunServices
{
    /// <summary>Every class of the application that implements <see cref="IRunExecution"/>, in the name of the service.</summary>
    public static void AddRuns(this IServiceCollection services, WebServiceOptions options)
    {
        services.AddSingleton(options.Timing);
        services.AddSingleton(options.ClockSettings);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ServiceLetters>(provider, AsService(provider)));
        foreach (var execution in typeof(IRunExecution).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRunExecution))))
        {
            services.AddSingleton(provider => (IRunExecution)(Takes<Work>(execution)
                ? ActivatorUtilities.CreateInstance(provider, execution, AsService(provider))
                : ActivatorUtilities.CreateInstance(provider, execution)));
        }

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RunExecutor>(provider, AsService(provider)));
        services.AddSingleton(typeof(IJobEngine), options.JobEngine);
        services.AddSingleton<IRunDispatcher>(provider => provider.GetRequiredService<IJobEngine>());
        services.AddSingleton<RunRounds>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DueRuns>(provider, AsService(provider)));
        services.AddSingleton<ServiceClock>();
        services.AddHostedService<Worker>();
    }

    private static bool Takes<T>(Type type) => type.GetConstructors()[0].GetParameters().Any(p => p.ParameterType == typeof(T));

    /// <summary>Where work is done in the name of the service itself.</summary>
    internal static Work AsService(IServiceProvider provider) => new(
        provider.GetRequiredService<ServiceDatabase>(), new Operator(FirstAdministrator.ServiceName), provider.GetRequiredService<TimeProvider>());
}
