using System.Reflection;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Api;

/// <summary>
/// One address of the API: a verb, a path under <c>/api/v1/groupings/{groupingId}/</c>, and the one use case that it
/// calls. What the use case asks for is found by name: in the path, in <c>If-Match</c> (its version), else in the query of
/// a GET or DELETE, else in the body.
/// </summary>
internal sealed record ApiEndpoint
{
    private static readonly MethodInfo Caller = typeof(ApiEndpoint).GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private ApiEndpoint(string verb, string path, Type useCase)
    {
        var contract = useCase.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>));
        (Verb, Path, UseCase, Result) = (verb, path, useCase, contract.GenericTypeArguments[1]);
        Request = RequestShape.Of(contract.GenericTypeArguments[0], path, verb);
        Call = Caller.MakeGenericMethod(contract.GenericTypeArguments).CreateDelegate<Func<object, Guid, object, CancellationToken, Task<object?>>>();
    }

    public string Verb { get; }

    /// <summary>After the grouping, without a slash at its beginning.</summary>
    public string Path { get; }

    public Type UseCase { get; }

    public RequestShape Request { get; }

    public Type Result { get; }

    public Func<object, Guid, object, CancellationToken, Task<object?>> Call { get; }

    /// <summary>Where what was made is read, with <c>{id}</c>; null where nothing is made.</summary>
    public string? Location { get; private init; }

    /// <summary>Whether what was made is a computation that goes on: 202 and not 201.</summary>
    public bool IsLong { get; private init; }

    /// <summary>Types and names of the files that it may give; none where it gives JSON.</summary>
    public IReadOnlyList<(string Type, string Name)> Files { get; private init; } = [];

    /// <summary>Bytes of its body; null for as many as of any other.</summary>
    public long? MostBytes { get; private init; }

    /// <summary>Whether it tells its result again and again, as server-sent events, until it has ended.</summary>
    public bool IsStream { get; private init; }

    public bool IsWrite => Verb != "GET";

    /// <summary>What an item of a list is; null where the result is no list.</summary>
    public Type? Item => Result.IsGenericType && Result.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Result.GenericTypeArguments[0] : null;

    public string Module => CallerLimits.ModuleOf(UseCase);

    public static ApiEndpoint Get<T>(string path) => new("GET", path, typeof(T));

    public static ApiEndpoint Post<T>(string path) => new("POST", path, typeof(T));

    public static ApiEndpoint Put<T>(string path) => new("PUT", path, typeof(T));

    public static ApiEndpoint Delete<T>(string path) => new("DELETE", path, typeof(T));

    public static ApiEndpoint Events<T>(string path) => new("GET", path, typeof(T)) { IsStream = true };

    public ApiEndpoint Creates(string location) => this with { Location = location };

    public ApiEndpoint Starts(string location) => this with { Location = location, IsLong = true };

    public ApiEndpoint Gives(params (string Type, string Name)[] files) => this with { Files = files };

    public ApiEndpoint Takes(long bytes) => this with { MostBytes = bytes };

    /// <summary>What a file of this content is called: a workbook is a zip, whatever else it gives is not.</summary>
    public (string Type, string Name) FileOf(byte[] content) =>
        Files.Count == 1 || content is [(byte)'P', (byte)'K', ..] ? Files[0] : Files[1];

    private static async Task<object?> CallAsync<TRequest, TResult>(object useCase, Guid groupingId, object request, CancellationToken stop) =>
        await ((IUseCase<TRequest, TResult>)useCase).RunAsync(groupingId, (TRequest)request, stop);
}
