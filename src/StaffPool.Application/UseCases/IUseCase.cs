namespace StaffPool.Application.UseCases;

/// <summary>
/// One thing that a user does with one grouping. A page, an endpoint, a command and a job all call it. It says who may
/// with <see cref="PermitsAttribute"/>, and does its work inside <see cref="Work"/>, which holds it to that.
/// </summary>
/// <typeparam name="TRequest">What is asked.</typeparam>
/// <typeparam name="TResult">What is given back.</typeparam>
public interface IUseCase<in TRequest, TResult>
{
    /// <exception cref="RefusedException">It is not allowed, not found, out of date, taken, or wrong; with every reason.</exception>
    Task<TResult> RunAsync(Guid groupingId, TRequest request, CancellationToken stop);
}

/// <summary>A request that asks for nothing more than the grouping, or a result that says nothing more than that it is done.</summary>
public sealed record Nothing
{
    public static Nothing More { get; } = new();
}
