using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Web.Hosting;

/// <summary>The keys of cookies and forms, in the database: a page left open over a restart still posts, on whichever node.</summary>
internal sealed class ServiceKeys(ServiceDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = database.NewContext();
        return [.. db.ServiceKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = database.NewContext();
        db.ServiceKeys.Add(new ServiceKeyRow { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
