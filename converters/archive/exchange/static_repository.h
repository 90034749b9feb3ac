// converters/archive/exchange/static_repository.h: the records of an archive as one file that a
// gateway serves by OAI-PMH.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "converters/archive/store.h"
#include "core/base/result.h"

namespace pressmark::archive {

// What OAI-PMH asks of a repository, and only its keeper knows.
struct RepositoryIdentity {
  std::string name;
  std::string base_url;     // of the gateway, with the file's address behind it
  std::string admin_email;  // of who answers for it
};

// Takes the next octets of the file.
using OctetSink = std::function<Result<Done>(std::string_view)>;

// Writes an OAI-PMH 2.0 static repository (its specification of 2004-04-23) of the newest versions
// of the objects in these folders below the root, in their order: formats oai_dc, mods and tei,
// each record of the file metadata/dc.xml, metadata/mods.xml or tei/article.xml, in which ids get
// the article's name before them, since XML allows each but once in a document. Identifiers are
// the objects' ids, datestamps the days on which the versions were stored. Memory is that of one
// record. Fails as the store's reading and `sink` do, and with ErrorKind::unrecognised where there
// is no Dublin Core record at all, which OAI-PMH asks for.
Result<Done> write_static_repository(const Store& store, const RepositoryIdentity& identity,
                                     const std::vector<std::string>& object_paths,
                                     const OctetSink& sink);

}  // namespace pressmark::archive
