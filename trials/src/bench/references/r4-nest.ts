import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Injectable,
  Module,
  NotFoundException,
  Param,
  Post,
  Query,
  UnauthorizedException,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { Column, Entity, Repository, PrimaryColumn } from 'typeorm';
import { ready, settings, verifier } from './settings.js';

/** R4: the monolith one would write first, as the frameworks' guides teach it: guard, controller, service, repository. */
@Entity({ name: 'bench_school', schema: 'identity' })
class School {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('uuid', { nullable: true }) parent!: string | null;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

const verify = verifier();

@Injectable()
class TokenGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    await verify(headers.authorization).catch(() => {
      throw new UnauthorizedException();
    });
    return true;
  }
}

@Injectable()
class Schools {
  constructor(@InjectRepository(School) private readonly schools: Repository<School>) {}

  async one(id: string) {
    const school = await this.schools.findOne({ where: { id } });
    if (!school) throw new NotFoundException();
    return school;
  }

  list(kind: string, limit: number) {
    return this.schools.find({ where: { kind }, order: { id: 'DESC' }, take: limit });
  }

  create({ name, kind, parent }: Pick<School, 'name' | 'kind' | 'parent'>) {
    return this.schools.save(this.schools.create({ id: randomUUID(), name, kind, parent, version: 1, createdAt: new Date() }));
  }
}

@UseGuards(TokenGuard)
@Controller('api/v1/organisations')
class SchoolsController {
  constructor(@Inject(Schools) private readonly schools: Schools) {}

  @Get()
  async list(@Query('kind') kind: string, @Query('limit') limit: string) {
    return { items: await this.schools.list(kind, Number(limit)) };
  }

  @Get(':id')
  one(@Param('id') id: string) {
    return this.schools.one(id);
  }

  @Post()
  @HttpCode(201)
  create(@Body() body: School) {
    return this.schools.create(body);
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: settings.databaseUrl, entities: [School], extra: { max: 10 } }),
    TypeOrmModule.forFeature([School]),
  ],
  controllers: [SchoolsController],
  providers: [Schools],
})
class SchoolModule {}

const app = await NestFactory.create(SchoolModule, new FastifyAdapter(), { logger: false });
await app.listen(settings.port, '127.0.0.1');
ready();
