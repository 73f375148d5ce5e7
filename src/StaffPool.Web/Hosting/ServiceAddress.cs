using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StaffPool.Application.Access;

namespace StaffPool.Web.Hosting;

/// <summary>Where users find the service, for links in mail and on the terminal.</summary>
public sealed class ServiceAddress(WebServiceOptions options, IServer? server = null) : IServiceAddress
{
    /// <param name="path">From the root, beginning with a slash.</param>
    /// <exception cref="InvalidOperationException">The service does not listen yet.</exception>
    public Uri Of(string path) => new(options.PublicAddress ?? Listened(), path);

    private Uri Listened() => new(server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException("The service does not listen yet."));
}
